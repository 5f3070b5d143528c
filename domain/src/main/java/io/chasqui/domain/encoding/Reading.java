package io.chasqui.domain.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How the octets under a data_coding become characters. */
enum Reading {
  GSM7 {
    @Override
    String read(byte[] octets) {
      return Gsm7.decode(octets);
    }
  },
  ASCII {
    @Override
    String read(byte[] octets) {
      return new String(octets, StandardCharsets.US_ASCII);
    }
  },
  LATIN1 {
    @Override
    String read(byte[] octets) {
      return new String(octets, StandardCharsets.ISO_8859_1);
    }
  },
  CYRILLIC {
    @Override
    String read(byte[] octets) {
      return new String(octets, Charset.forName("ISO-8859-5"));
    }
  },
  HEBREW {
    @Override
    String read(byte[] octets) {
      return new String(octets, Charset.forName("ISO-8859-8"));
    }
  },
  UCS2 {
    @Override
    String read(byte[] octets) {
      return Utf16.decode(octets);
    }

    @Override
    int usable(byte[] octets) {
      return Utf16.evenLength(octets);
    }
  },
  BINARY {
    @Override
    String read(byte[] octets) {
      return "0x" + HexFormat.of().formatHex(octets);
    }
  };

  abstract String read(byte[] octets);

  /** Count of leading octets that make whole characters. */
  int usable(byte[] octets) {
    return octets.length;
  }

  /** SMPP 3.4, 5.2.19, for the values it names; the groups of 3GPP TS 23.038, 4, for the rest. */
  static Reading of(DataCodingScheme coding) {
    int value = coding.value();
    return switch (value) {
      case 0x00 -> GSM7;
      case 0x01 -> ASCII;
      case 0x03 -> LATIN1;
      case 0x06 -> CYRILLIC;
      case 0x07 -> HEBREW;
      case 0x08 -> UCS2;
      // Octets by name (02, 04), the Japanese and Korean sets, and values SMPP reserves.
      case 0x02, 0x04, 0x05, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F -> BINARY;
      default -> ofGroup(value);
    };
  }

  private static Reading ofGroup(int value) {
    return switch (value >> 4) {
      case 0x1, 0x4, 0x5 -> ofAlphabetBits(value);
      case 0x2, 0x3, 0x6, 0x7 -> BINARY; // compressed (23.042)
      case 0xE -> UCS2; // message waiting, store
      case 0xF -> (value & 0x04) == 0 ? GSM7 : BINARY; // message class
      default -> GSM7; // message waiting, and the groups 23.038 reserves for later
    };
  }

  /** Bits 3 and 2 of the general groups 00xx and 01xx. */
  private static Reading ofAlphabetBits(int value) {
    return switch (value >> 2 & 0x03) {
      case 1 -> BINARY;
      case 2 -> UCS2;
      default -> GSM7;
    };
  }
}
