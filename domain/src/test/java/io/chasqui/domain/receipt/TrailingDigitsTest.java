package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailingDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "+5511999990000, 5511999990000",
    "+5511999990000, 005511999990000",
    "+5511999990000, 011999990000",
    "+5511999990000, 999990000",
    "999990000, +5511999990000"
  })
  void spellings_of_one_number_are_the_same(String one, String other) {
    assertThat(TrailingDigits.same(one, other)).isTrue();
    assertThat(TrailingDigits.contradict(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"+5511999990000, +5511999990001", "+5511999990000, 11888890000"})
  void numbers_with_other_ends_contradict_each_other(String one, String other) {
    assertThat(TrailingDigits.same(one, other)).isFalse();
    assertThat(TrailingDigits.contradict(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Chasqui, 12345", "Chasqui, +5511999990000", "12345, +5511999990000", "'', 12345"})
  void names_and_short_codes_say_nothing(String one, String other) {
    assertThat(TrailingDigits.same(one, other)).isFalse();
    assertThat(TrailingDigits.contradict(one, other)).isFalse();
  }
}
