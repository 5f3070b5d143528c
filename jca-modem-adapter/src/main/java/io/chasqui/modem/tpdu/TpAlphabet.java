package io.chasqui.modem.tpdu;

import io.chasqui.domain.encoding.DataCodingScheme;

/** What TP-DCS makes of the user data (3GPP TS 23.038, 4). */
enum TpAlphabet {
  /** Counted and packed in septets. */
  SEPTETS,
  OCTETS,
  UCS2;

  static TpAlphabet of(int dcs) {
    return switch (dcs >> 4) {
      case 0x0, 0x1, 0x4, 0x5 -> ofBits(dcs >> 2 & 0x03);
      // Compressed (23.042): counted in octets whatever it was.
      case 0x2, 0x3, 0x6, 0x7 -> OCTETS;
      case 0xE -> UCS2;
      case 0xF -> (dcs & 0x04) == 0 ? SEPTETS : OCTETS;
      default -> SEPTETS;
    };
  }

  private static TpAlphabet ofBits(int bits) {
    return switch (bits) {
      case 1 -> OCTETS;
      case 2 -> UCS2;
      default -> SEPTETS;
    };
  }

  /**
   * The coding the rest of the gateway knows it by. SMPP gives names of its own to values below
   * 0x10 that 23.038 leaves to one alphabet each.
   */
  static DataCodingScheme coding(int dcs) {
    if (dcs >= 0x10) {
      return DataCodingScheme.of(dcs);
    }
    return switch (of(dcs)) {
      case SEPTETS -> DataCodingScheme.DEFAULT;
      case OCTETS -> DataCodingScheme.BINARY;
      case UCS2 -> DataCodingScheme.UCS2;
    };
  }
}
