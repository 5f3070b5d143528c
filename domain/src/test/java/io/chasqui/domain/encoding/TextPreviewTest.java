package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.encoding.TextPreview.Offender;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPreviewTest {
  @ParameterizedTest
  @CsvSource({
    "a, 0, GSM7, 0, 160, 1",
    "a, 160, GSM7, 160, 0, 1",
    "a, 161, GSM7, 161, 145, 2",
    "€, 3, GSM7, 6, 154, 1",
    "я, 70, UCS2, 70, 0, 1",
    "я, 71, UCS2, 71, 63, 2",
    "a, 50000, GSM7, 50000, 31, 327"
  })
  void counts_units_and_segments(
      String character, int times, Alphabet alphabet, int units, int left, int segments) {
    TextPreview preview =
        TextPreview.of(character.repeat(times), Writing.STANDARD.with(EncodingPolicy.STANDARD));
    assertThat(preview.alphabet()).isEqualTo(alphabet);
    assertThat(preview.units()).isEqualTo(units);
    assertThat(preview.unitsLeft()).isEqualTo(left);
    assertThat(preview.segments()).isEqualTo(segments);
  }

  @Test
  void names_each_offender_with_its_place_and_what_could_stand_in() {
    TextPreview preview =
        TextPreview.of("😀 “á” á", Writing.STANDARD.with(EncodingPolicy.STANDARD));
    assertThat(preview.offenders())
        .containsExactly(
            new Offender(0, "😀", Optional.empty()),
            new Offender(3, "“", Optional.of("\"")),
            new Offender(4, "á", Optional.of("a")),
            new Offender(5, "”", Optional.of("\"")),
            new Offender(7, "á", Optional.of("a")));
  }

  @Test
  void shows_the_text_as_it_would_be_sent_and_the_offenders_of_the_text_as_given() {
    TextPreview preview =
        TextPreview.of(
            "“ok”",
            Writing.STANDARD.with(EncodingPolicy.STANDARD.withLookAlikes(LookAlikes.TYPOGRAPHY)));
    assertThat(preview.text()).isEqualTo("\"ok\"");
    assertThat(preview.alphabet()).isEqualTo(Alphabet.GSM7);
    assertThat(preview.offenders()).extracting(Offender::position).containsExactly(0, 3);
  }

  @ParameterizedTest
  @CsvSource({"UDH, 160, 153, 145", "UDH16, 160, 152, 143", "SAR, 160, 153, 145"})
  void tells_the_room_of_a_segment_as_the_carrier_wants_it_cut(
      Splitting splitting, int alone, int beside, int left) {
    Writing writing = Writing.STANDARD.with(splitting);
    assertThat(TextPreview.of("a".repeat(160), writing).unitsPerSegment()).isEqualTo(alone);
    TextPreview two = TextPreview.of("a".repeat(161), writing);
    assertThat(two.unitsPerSegment()).isEqualTo(beside);
    assertThat(two.unitsLeft()).isEqualTo(left);
  }

  @Test
  void replaces_no_more_than_it_takes_to_leave_ucs_2() {
    assertThat(TextPreview.replaced("plain", Writing.STANDARD)).isEmpty();
    assertThat(TextPreview.replaced("“Ж”", Writing.STANDARD)).isEmpty();
    assertThat(TextPreview.replaced("“ok”", Writing.STANDARD))
        .map(TextPreview.Replacement::lookAlikes)
        .contains(LookAlikes.TYPOGRAPHY);
    TextPreview.Replacement accents = TextPreview.replaced("ação", Writing.STANDARD).orElseThrow();
    assertThat(accents.lookAlikes()).isEqualTo(LookAlikes.TYPOGRAPHY_AND_ACCENTS);
    assertThat(accents.preview().text()).isEqualTo("acao");
  }

  @Test
  void tells_why_a_text_would_be_refused() {
    Writing septets =
        Writing.STANDARD.with(EncodingPolicy.STANDARD.withAlphabets(Set.of(Alphabet.GSM7)));
    assertThat(TextPreview.of("Ж", septets).refusal())
        .contains("text needs ucs2, which is not taken here");
    assertThat(TextPreview.of("a".repeat(50_000), Writing.STANDARD).refusal())
        .contains("text takes 327 segments, 255 are allowed");
    assertThat(TextPreview.of("Z", septets).refusal()).isEmpty();
  }

  @Test
  void hides_what_it_says() {
    assertThat(TextPreview.of("secret", Writing.STANDARD.with(EncodingPolicy.STANDARD)))
        .hasToString("gsm7 x1, 6 units, 154 left");
  }
}
