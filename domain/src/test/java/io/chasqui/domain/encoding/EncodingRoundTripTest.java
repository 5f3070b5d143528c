package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EncodingRoundTripTest {
  private static final int LENGTH = 700;
  private static final String EXTENSION = "\f^{}\\[~]|€";

  @Property
  void gsm_texts_come_back(@ForAll("gsm") String text, @ForAll @IntRange(max = 255) int ref) {
    EncodedText encoded = EncodedText.of(text);
    assertThat(encoded.alphabet()).isEqualTo(Alphabet.GSM7);
    assertThat(joined(encoded, ref)).isEqualTo(text);
  }

  @Property
  void unicode_texts_come_back(
      @ForAll("unicode") String text, @ForAll @IntRange(max = 255) int ref) {
    assertThat(joined(EncodedText.of(text), ref)).isEqualTo(text);
  }

  @Property
  void any_code_units_come_back_but_for_lone_surrogates(@ForAll("codeUnits") String text) {
    assertThat(joined(EncodedText.of(text), 0)).isEqualTo(text.replaceAll("\\p{Cs}", "\uFFFD"));
  }

  @Property
  void each_part_can_be_read_alone(@ForAll("any") String text) {
    EncodedText encoded = EncodedText.of(text);
    String parts =
        encoded.segments(1).stream()
            .map(part -> ReceivedText.decode(encoded.coding(), part.payload()))
            .collect(Collectors.joining());
    assertThat(parts).isEqualTo(text);
  }

  @Property
  void no_part_ends_within_a_pair(@ForAll("any") String text) {
    EncodedText encoded = EncodedText.of(text);
    for (UserData part : encoded.segments(1)) {
      byte[] payload = part.payload();
      if (encoded.alphabet() == Alphabet.GSM7) {
        assertThat(payload.length == 0 || payload[payload.length - 1] != 0x1B).isTrue();
      } else {
        assertThat(payload.length % 2).isZero();
        assertThat(payload[payload.length - 2] & 0xFC).isNotEqualTo(0xD8);
      }
    }
  }

  @Property
  void each_part_keeps_within_one_short_message(@ForAll("any") String text) {
    EncodedText encoded = EncodedText.of(text);
    boolean gsm = encoded.alphabet() == Alphabet.GSM7;
    List<UserData> parts = encoded.segments(1);
    int limit = parts.size() == 1 ? (gsm ? 160 : 140) : (gsm ? 153 : 134);
    assertThat(parts).allMatch(part -> part.payload().length <= limit);
  }

  @Property
  void parts_are_numbered_from_one_under_one_reference(
      @ForAll("any") String text, @ForAll @IntRange(max = 255) int ref) {
    List<UserData> parts = EncodedText.of(text).segments(ref);
    if (parts.size() == 1) {
      assertThat(parts.get(0).concatenation()).isEmpty();
    } else {
      assertThat(parts.stream().map(part -> part.concatenation().orElseThrow()))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, parts.size())
                  .mapToObj(i -> new Concatenation(ref, parts.size(), i))
                  .toList());
    }
  }

  @Property
  void reading_never_fails(
      @ForAll byte[] octets, @ForAll @IntRange(max = 255) int coding, @ForAll boolean udhi) {
    UserData data = new UserData(octets, udhi);
    data.concatenation();
    assertThat(ReceivedText.decode(DataCodingScheme.of(coding), data.payload())).isNotNull();
  }

  @Provide
  Arbitrary<String> gsm() {
    return Arbitraries.strings()
        .withChars("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà")
        .withCharRange('A', 'Z')
        .withCharRange('a', 'z')
        .withChars(EXTENSION.repeat(20))
        .ofMaxLength(LENGTH);
  }

  /** Half of the code points need a surrogate pair. */
  @Provide
  Arbitrary<String> unicode() {
    Arbitrary<Integer> basic =
        Arbitraries.integers().between(0, 0xFFFF).filter(c -> c < 0xD800 || c > 0xDFFF);
    Arbitrary<Integer> beyond = Arbitraries.integers().between(0x10000, 0x10FFFF);
    return Arbitraries.oneOf(basic, beyond)
        .list()
        .ofMaxSize(LENGTH / 2)
        .map(list -> list.stream().map(Character::toString).collect(Collectors.joining()));
  }

  @Provide
  Arbitrary<String> codeUnits() {
    return Arbitraries.strings()
        .withCharRange('\uD7F0', '\uE010')
        .withCharRange('\0', '\uFFFF')
        .ofMaxLength(LENGTH);
  }

  @Provide
  Arbitrary<String> any() {
    return Arbitraries.oneOf(gsm(), unicode());
  }

  private static String joined(EncodedText encoded, int reference) {
    List<byte[]> payloads = encoded.segments(reference).stream().map(UserData::payload).toList();
    return ReceivedText.of(encoded.coding(), payloads).text();
  }
}
