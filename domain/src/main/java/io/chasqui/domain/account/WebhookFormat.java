package io.chasqui.domain.account;

import java.util.Arrays;
import java.util.Locale;

/** The shape of a push. */
public enum WebhookFormat {
  /** Standard Webhooks 1.0. */
  STANDARD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the formats there are
   */
  public static WebhookFormat of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format '" + word + "' is not available yet; there is: standard"));
  }
}
