package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalShiftTest {
  /** 3GPP TS 23.038, A.3.1, by Unicode code point. */
  private static final String TURKISH_LOCKING =
      """
      0040 00A3 0024 00A5 20AC 00E9 00F9 0131 00F2 00C7 000A 011E 011F 000D 00C5 00E5
      0394 005F 03A6 0393 039B 03A9 03A0 03A8 03A3 0398 039E FFFF 015E 015F 00DF 00C9
      0020 0021 0022 0023 00A4 0025 0026 0027 0028 0029 002A 002B 002C 002D 002E 002F
      0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003A 003B 003C 003D 003E 003F
      0130 0041 0042 0043 0044 0045 0046 0047 0048 0049 004A 004B 004C 004D 004E 004F
      0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 005A 00C4 00D6 00D1 00DC 00A7
      00E7 0061 0062 0063 0064 0065 0066 0067 0068 0069 006A 006B 006C 006D 006E 006F
      0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007A 00E4 00F6 00F1 00FC 00E0
      """;

  /** A.3.3. */
  private static final String PORTUGUESE_LOCKING =
      """
      0040 00A3 0024 00A5 00EA 00E9 00FA 00ED 00F3 00E7 000A 00D4 00F4 000D 00C1 00E1
      0394 005F 00AA 00C7 00C0 221E 005E 005C 20AC 00D3 007C FFFF 00C2 00E2 00CA 00C9
      0020 0021 0022 0023 00BA 0025 0026 0027 0028 0029 002A 002B 002C 002D 002E 002F
      0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003A 003B 003C 003D 003E 003F
      00CD 0041 0042 0043 0044 0045 0046 0047 0048 0049 004A 004B 004C 004D 004E 004F
      0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 005A 00C3 00D5 00DA 00DC 00A7
      007E 0061 0062 0063 0064 0065 0066 0067 0068 0069 006A 006B 006C 006D 006E 006F
      0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007A 00E3 00F5 0060 00FC 00E0
      """;

  @Test
  void locking_tables_are_the_specifications() {
    assertThat(codePoints(NationalLanguage.TURKISH)).isEqualTo(TURKISH_LOCKING);
    assertThat(codePoints(NationalLanguage.PORTUGUESE)).isEqualTo(PORTUGUESE_LOCKING);
  }

  @ParameterizedTest
  @CsvSource({
    // A.2.1, A.2.2, A.2.3: septet behind the escape, character
    "TURKISH, 47 49 53 63 65 67 69 73, ĞİŞç€ğış",
    "SPANISH, 09 41 49 4F 55 61 65 69 6F 75, çÁÍÓÚá€íóú",
    "PORTUGUESE, 05 09 0B 0C 0E 0F 12 13 14 15 16 17 18 19 1F, êçÔôÁáΦΓ^ΩΠΨΣΘÊ",
    "PORTUGUESE, 28 29 2F 3C 3D 3E 40 41 49 4F 55 5B 5C 61 65, {}\\[~]|ÀÍÓÚÃÕÂ€",
    "PORTUGUESE, 69 6F 75 7B 7C 7F, íóúãõâ",
    "TURKISH, 14 28 29 2F 3C 3D 3E 40, ^{}\\[~]|",
    "SPANISH, 14 28 29 2F 3C 3D 3E 40, ^{}\\[~]|"
  })
  void single_shift_tables_are_the_specifications(
      NationalLanguage language, String septets, String characters) {
    Gsm7 table = Gsm7.of(new NationalShift(Optional.empty(), Optional.of(language)));
    String escaped = "1B" + septets.replace(" ", "1B");
    assertThat(table.decode(octets(escaped))).isEqualTo(characters);
    characters
        .chars()
        .filter(c -> !Gsm7.DEFAULT.canEncode(c))
        .forEach(c -> assertThat(table.encode(Character.toString(c))).hasSize(2).startsWith(0x1B));
  }

  @Test
  void nothing_national_is_sent_unless_it_is_allowed() {
    assertThat(EncodedText.of("ş".repeat(100)).alphabet()).isEqualTo(Alphabet.UCS2);
  }

  @Test
  void nothing_national_is_sent_where_it_saves_no_segment() {
    EncodedText text = EncodedText.of("ş", allowed(NationalLanguage.TURKISH));
    assertThat(text.alphabet()).isEqualTo(Alphabet.UCS2);
    assertThat(EncodedText.of("a".repeat(200), allowed(NationalLanguage.TURKISH)).nationalShift())
        .isEqualTo(NationalShift.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    // a header of four octets leaves 155 septets, for ş escaped or (locking) not
    "'ş', 'x', 153, 1",
    "'ş', 'x', 154, 1",
    "'ş', 'x', 155, 2",
    "'ã', 'x', 153, 1",
    // beside the concatenation's it leaves 149 a part
    "'ş', 'x', 296, 2",
    "'ş', 'x', 297, 2",
    "'ş', 'x', 298, 3",
    // ª is in the locking table alone, Φ in the single shift table: of both, 152 and 146
    "'ªΦ', 'x', 149, 1",
    "'ªΦ', 'x', 150, 2",
    "'ªΦ', 'x', 289, 2",
    "'ªΦ', 'x', 290, 3"
  })
  void the_headers_septets_are_counted(String special, String plain, int plains, int segments) {
    EncodedText text =
        EncodedText.of(
            special + plain.repeat(plains),
            allowed(NationalLanguage.TURKISH, NationalLanguage.PORTUGUESE));
    assertThat(text.alphabet()).isEqualTo(Alphabet.GSM7);
    assertThat(text.segmentCount()).isEqualTo(segments);
  }

  @Test
  void the_cheapest_tables_win() {
    EncodingPolicy turkish = allowed(NationalLanguage.TURKISH);
    Optional<NationalLanguage> shift = Optional.of(NationalLanguage.TURKISH);
    assertThat(EncodedText.of("ş" + "x".repeat(150), turkish).nationalShift())
        .isEqualTo(new NationalShift(Optional.empty(), shift));
    assertThat(EncodedText.of("ş".repeat(150), turkish).nationalShift())
        .isEqualTo(new NationalShift(shift, Optional.empty()));
    // è is in the default table alone, ş in the single shift table
    assertThat(EncodedText.of("è" + "ş".repeat(70), turkish).nationalShift())
        .isEqualTo(new NationalShift(Optional.empty(), shift));
  }

  @Test
  void a_turkish_text_as_captured() {
    EncodedText text =
        EncodedText.of(
            "Şifreniz: 1234. İyi günler ğ" + "x".repeat(70), allowed(NationalLanguage.TURKISH));
    assertThat(hex(text.parts(Splitting.UDH, 1).get(0)))
        .startsWith("03240101" + "1B53" + hex("ifreniz: 1234. ") + "1B49" + hex("yi g") + "7E")
        .contains(hex("nler ") + "1B67");
  }

  @Test
  void a_portuguese_text_as_captured() {
    EncodedText text =
        EncodedText.of("Não há conexão. ".repeat(10), allowed(NationalLanguage.PORTUGUESE));
    List<MessagePart> parts = text.parts(Splitting.UDH, 0x2A);
    assertThat(parts).hasSize(2);
    assertThat(hex(parts.get(0))).startsWith("08" + "00032A0201" + "240103" + "4E1B7B6F20681B0F20");
    assertThat(hex(parts.get(1))).startsWith("08" + "00032A0202" + "240103");
    assertThat(parts.get(0).data().octets()).hasSize(9 + 149);
  }

  @ParameterizedTest
  @CsvSource({
    "032401011B53, Ş",
    "032501011C, Ş",
    "06240103250103041B7B, êã",
    // order does not matter, other elements may stand between
    "0B2501030003070101240103041B7B, êã",
    // the last of several counts
    "062401012401021B61, á",
    // Spanish has no locking table, 7F is no language: the default tables
    "0325010204, è",
    "032501FF04, è",
    "0324017F1B53, S"
  })
  void what_comes_in_is_always_understood(String octets, String text) {
    UserData data = new UserData(octets(octets), true);
    assertThat(ReceivedText.of(DataCodingScheme.DEFAULT, SmscAlphabet.GSM7, List.of(data)).text())
        .isEqualTo(text);
  }

  @Test
  void a_header_that_names_tables_names_septets_whatever_the_peer_means_by_default() {
    UserData data = new UserData(octets("032401011B53"), true);
    assertThat(ReceivedText.of(DataCodingScheme.DEFAULT, SmscAlphabet.LATIN1, List.of(data)).text())
        .isEqualTo("Ş");
  }

  @Test
  void each_parts_header_holds_for_that_part() {
    UserData turkish = new UserData(octets("032401011B53"), true);
    UserData plain = new UserData(octets("1B53"), false);
    assertThat(
            ReceivedText.of(
                    DataCodingScheme.DEFAULT, SmscAlphabet.GSM7, List.of(turkish, plain, turkish))
                .text())
        .isEqualTo("ŞSŞ");
  }

  @Test
  void spanish_has_no_locking_table() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NationalShift(Optional.of(NationalLanguage.SPANISH), Optional.empty()))
        .withMessage("SPANISH has no locking shift table");
  }

  private static EncodingPolicy allowed(NationalLanguage... languages) {
    return EncodingPolicy.STANDARD.withLanguages(Set.of(languages));
  }

  private static String codePoints(NationalLanguage language) {
    String table = language.lockingShift();
    return table
        .chars()
        .mapToObj("%04X"::formatted)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                list ->
                    java.util.stream.IntStream.range(0, 8)
                        .mapToObj(row -> String.join(" ", list.subList(16 * row, 16 * row + 16)))
                        .collect(Collectors.joining("\n", "", "\n"))));
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(MessagePart part) {
    return HexFormat.of().withUpperCase().formatHex(part.data().octets());
  }

  private static String hex(String ascii) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(ascii.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
