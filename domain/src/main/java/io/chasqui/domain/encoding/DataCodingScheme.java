package io.chasqui.domain.encoding;

import java.io.Serializable;

/**
 * The data_coding octet (SMPP 3.4, 5.2.19; 3GPP TS 23.038, 4).
 *
 * @param value 0-255
 */
public record DataCodingScheme(int value) implements Serializable {
  public static final DataCodingScheme DEFAULT = new DataCodingScheme(0x00);
  public static final DataCodingScheme UCS2 = new DataCodingScheme(0x08);

  public DataCodingScheme {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("data_coding " + value + " is not an octet");
    }
  }

  public static DataCodingScheme of(int value) {
    return new DataCodingScheme(value & 0xFF);
  }
}
