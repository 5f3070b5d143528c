package io.chasqui.domain.link;

/**
 * Type of number and numbering plan (SMPP 3.4, 5.2.5 and 5.2.6).
 *
 * @param ton 0-255, 0-6 by the specification
 * @param npi 0-255, 0-18 by the specification
 */
public record Numbering(int ton, int npi) {
  public static final Numbering UNKNOWN = new Numbering(0, 0);

  public Numbering {
    if (ton < 0 || ton > 255 || npi < 0 || npi > 255) {
      throw new IllegalArgumentException("TON %d or NPI %d is not an octet".formatted(ton, npi));
    }
  }
}
