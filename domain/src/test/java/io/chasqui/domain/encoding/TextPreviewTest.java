package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.encoding.TextPreview.Offender;
import java.util.Optional;
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

  @Test
  void hides_what_it_says() {
    assertThat(TextPreview.of("secret", Writing.STANDARD.with(EncodingPolicy.STANDARD)))
        .hasToString("gsm7 x1, 6 units, 154 left");
  }
}
