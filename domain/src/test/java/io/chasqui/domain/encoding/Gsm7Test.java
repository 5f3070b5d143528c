package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Gsm7Test {
  /** 3GPP TS 23.038, 6.2.1, by Unicode code point, column by column; 001B is the escape. */
  private static final String CODE_POINTS =
      """
      0040 00A3 0024 00A5 00E8 00E9 00F9 00EC 00F2 00C7 000A 00D8 00F8 000D 00C5 00E5
      0394 005F 03A6 0393 039B 03A9 03A0 03A8 03A3 0398 039E 001B 00C6 00E6 00DF 00C9
      0020 0021 0022 0023 00A4 0025 0026 0027 0028 0029 002A 002B 002C 002D 002E 002F
      0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003A 003B 003C 003D 003E 003F
      00A1 0041 0042 0043 0044 0045 0046 0047 0048 0049 004A 004B 004C 004D 004E 004F
      0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 005A 00C4 00D6 00D1 00DC 00A7
      00BF 0061 0062 0063 0064 0065 0066 0067 0068 0069 006A 006B 006C 006D 006E 006F
      0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007A 00E4 00F6 00F1 00FC 00E0
      """;

  /** 6.2.1.1: second septet by code point. */
  private static final Map<Integer, Integer> EXTENSION =
      new TreeMap<>(
          Map.of(
              0x000C, 0x0A, 0x005E, 0x14, 0x007B, 0x28, 0x007D, 0x29, 0x005C, 0x2F, 0x005B, 0x3C,
              0x007E, 0x3D, 0x005D, 0x3E, 0x007C, 0x40, 0x20AC, 0x65));

  private final int[] table =
      CODE_POINTS
          .lines()
          .flatMap(l -> Arrays.stream(l.strip().split(" ")))
          .mapToInt(HexFormat::fromHexDigits)
          .toArray();

  @Test
  void every_character_of_the_default_table_has_its_septet() {
    assertThat(table).hasSize(128);
    IntStream.range(0, 128)
        .filter(septet -> septet != 0x1B)
        .forEach(
            septet -> {
              String character = Character.toString(table[septet]);
              assertThat(Gsm7.DEFAULT.encode(character)).as(character).containsExactly(septet);
              assertThat(Gsm7.DEFAULT.decode(new byte[] {(byte) septet})).isEqualTo(character);
            });
  }

  @Test
  void every_character_of_the_extension_table_is_an_escape_and_its_septet() {
    EXTENSION.forEach(
        (codePoint, septet) -> {
          String character = Character.toString(codePoint);
          assertThat(Gsm7.DEFAULT.encode(character)).as(character).containsExactly(0x1B, septet);
          assertThat(Gsm7.DEFAULT.decode(new byte[] {0x1B, septet.byteValue()}))
              .isEqualTo(character);
        });
  }

  @Test
  void no_other_character_can_be_encoded() {
    String encodable =
        IntStream.rangeClosed(0, 0xFFFF)
            .filter(c -> Gsm7.DEFAULT.canEncode(c))
            .mapToObj("%04X"::formatted)
            .collect(Collectors.joining(" "));
    String expected =
        IntStream.concat(
                IntStream.of(table).filter(c -> c != 0x1B),
                EXTENSION.keySet().stream().mapToInt(c -> c))
            .sorted()
            .mapToObj("%04X"::formatted)
            .collect(Collectors.joining(" "));
    assertThat(encodable).isEqualTo(expected);
  }

  @Test
  void octets_above_the_seventh_bit_are_shown_as_unreadable() {
    assertThat(Gsm7.DEFAULT.decode(new byte[] {'a', (byte) 0x80, (byte) 0xFF, 'b'}))
        .isEqualTo("a\uFFFD\uFFFDb");
    assertThat(Gsm7.DEFAULT.decode(new byte[] {0x1B, (byte) 0x80})).isEqualTo("\uFFFD");
  }

  @Test
  void an_escape_to_an_open_place_shows_the_default_tables_character() {
    assertThat(Gsm7.DEFAULT.decode(new byte[] {0x1B, 'a'})).isEqualTo("a");
    assertThat(Gsm7.DEFAULT.decode(new byte[] {0x1B, 0x1B})).isEqualTo(" ");
  }

  @Test
  void an_escape_with_nothing_behind_it_is_unreadable() {
    assertThat(Gsm7.DEFAULT.decode(new byte[] {'a', 0x1B})).isEqualTo("a\uFFFD");
  }
}
