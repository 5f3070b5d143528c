package io.chasqui.domain.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;

/** How the octets under a data_coding become characters. */
enum Reading {
  GSM7(Unit.SEPTET, Gsm7.DEFAULT::decode),
  ASCII(Unit.OCTET, octets -> new String(octets, StandardCharsets.US_ASCII)),
  LATIN1(Unit.OCTET, octets -> new String(octets, StandardCharsets.ISO_8859_1)),
  CYRILLIC(Unit.OCTET, octets -> WideSets.read(octets, "ISO-8859-5")),
  HEBREW(Unit.OCTET, octets -> WideSets.read(octets, "ISO-8859-8")),
  UCS2(Unit.CODE_UNIT, Utf16::decode),
  JIS(Unit.OCTET, WideSets::jisX0208),
  ISO_2022_JP(Unit.OCTET, octets -> WideSets.read(octets, "ISO-2022-JP")),
  EXTENDED_KANJI(Unit.OCTET, WideSets::jisX0212),
  KOREAN(Unit.OCTET, WideSets::ksC5601),
  BINARY(Unit.OCTET, octets -> "0x" + HexFormat.of().formatHex(octets));

  private final Unit unit;
  private final Function<byte[], String> characters;

  Reading(Unit unit, Function<byte[], String> characters) {
    this.unit = unit;
    this.characters = characters;
  }

  Unit unit() {
    return unit;
  }

  String read(byte[] octets) {
    return characters.apply(octets);
  }

  /** Count of leading octets that make whole units. */
  int usable(byte[] octets) {
    return octets.length - octets.length % unit.width();
  }

  /** SMPP 3.4, 5.2.19, for the values it names; the groups of 3GPP TS 23.038, 4, for the rest. */
  static Reading of(DataCodingScheme coding) {
    int value = coding.value();
    return switch (value) {
      case 0x00 -> GSM7;
      case 0x01 -> ASCII;
      case 0x03 -> LATIN1;
      case 0x05 -> JIS;
      case 0x06 -> CYRILLIC;
      case 0x07 -> HEBREW;
      case 0x08 -> UCS2;
      case 0x0A -> ISO_2022_JP;
      case 0x0D -> EXTENDED_KANJI;
      case 0x0E -> KOREAN;
      // Octets by name (02, 04), pictograms, and values SMPP reserves.
      case 0x02, 0x04, 0x09, 0x0B, 0x0C, 0x0F -> BINARY;
      default -> ofGroup(coding);
    };
  }

  private static Reading ofGroup(DataCodingScheme coding) {
    if (coding.isCompressed()) {
      return BINARY; // 23.042, which no phone of this century writes
    }
    int value = coding.value();
    return switch (value >> 4) {
      case 0x1, 0x4, 0x5 -> ofAlphabetBits(value);
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
