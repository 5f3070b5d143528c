package io.chasqui.domain.esme;

import java.util.Arrays;
import java.util.Locale;

/** How an ESME is given an incoming message that is longer than one short message. */
public enum LongMo {
  /** In parts, each with a user data header (3GPP TS 23.040, 9.2.3.24.1). */
  UDH,
  /** In one deliver_sm with a message_payload (SMPP 3.4, 5.3.2.32). */
  PAYLOAD;

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the words there are
   */
  public static LongMo of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be one of udh, payload"));
  }
}
