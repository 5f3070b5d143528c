package io.chasqui.modem.at;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SeptetPacking;
import java.util.HexFormat;
import java.util.Optional;

/** The two ways in which modems write a USSD string: as it is, and as packed septets in hex. */
enum UssdText {
  PLAIN {
    @Override
    Optional<String> write(String text) {
      return Optional.of(text);
    }

    @Override
    String readSeptets(String text) {
      return text;
    }
  },
  /** Huawei's, whatever its +CSCS says. */
  PACKED {
    @Override
    Optional<String> write(String text) {
      EncodedText encoded = EncodedText.of(text);
      return encoded.alphabet() == Alphabet.GSM7
          ? Optional.of(HEX.formatHex(packed(encoded.segments(0).get(0).octets())))
          : Optional.empty();
    }

    @Override
    String readSeptets(String text) {
      return isHex(text) ? unpacked(HEX.parseHex(text)) : text;
    }
  };

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final byte FILLER = 0x0D;

  /** Empty when it cannot be written so. */
  abstract Optional<String> write(String text);

  abstract String readSeptets(String text);

  /**
   * @param dcs of 3GPP TS 23.038, 5
   */
  String read(String text, int dcs) {
    boolean ucs2 = dcs == 0x11 || dcs >> 4 >= 4 && dcs >> 4 <= 7 && (dcs & 0x0C) == 0x08;
    return ucs2 && isHex(text)
        ? ReceivedText.decode(DataCodingScheme.UCS2, HEX.parseHex(text))
        : readSeptets(text);
  }

  /** 23.038, 6.1.2.3.1: seven bits left over are filled with a carriage return. */
  private static byte[] packed(byte[] septets) {
    if (septets.length % 8 != 7) {
      return SeptetPacking.packCounted(septets, 0);
    }
    byte[] filled = java.util.Arrays.copyOf(septets, septets.length + 1);
    filled[septets.length] = FILLER;
    return SeptetPacking.packCounted(filled, 0);
  }

  private static String unpacked(byte[] octets) {
    byte[] septets = SeptetPacking.unpackCounted(octets, 0, octets.length * 8 / 7);
    String text = ReceivedText.decode(DataCodingScheme.DEFAULT, septets);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isHex(String text) {
    return text.length() % 2 == 0 && text.matches("[0-9A-Fa-f]+");
  }
}
