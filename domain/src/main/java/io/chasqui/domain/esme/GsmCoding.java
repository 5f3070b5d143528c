package io.chasqui.domain.esme;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an ESME means by data_coding 0, "the SMSC's default alphabet" (SMPP 3.4, 5.2.19): the
 * standard leaves it open, and peers differ.
 */
public enum GsmCoding {
  /** GSM 7-bit, one septet in an octet. */
  GSM7(0x00),
  LATIN1(0x03),
  ASCII(0x01);

  private final DataCodingScheme spokenAs;

  GsmCoding(int spokenAs) {
    this.spokenAs = DataCodingScheme.of(spokenAs);
  }

  /** As the API writes it, e.g. {@code latin1}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the words there are
   */
  public static GsmCoding of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be one of gsm7, latin1, ascii"));
  }

  /** The data_coding that says what this ESME means by {@code coding}. */
  public DataCodingScheme meaning(DataCodingScheme coding) {
    return coding.equals(DataCodingScheme.DEFAULT) ? spokenAs : coding;
  }

  /** What the octets say, read as this ESME means them, by the national tables they name. */
  public String read(DataCodingScheme coding, UserData data) {
    return ReceivedText.of(meaning(coding), SmscAlphabet.GSM7, List.of(data)).text();
  }
}
