package io.chasqui.domain.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "abc ! 3",
        "a{10} ! 10",
        "a{10}b{10} ! 20",
        "(a{10}){10} ! 100",
        "(ab){3,20} ! 40",
        "a{5,} ! 5",
        "(ab(cd){3}){2} ! 16",
        "a{0} ! 1",
        "a{x} ! 1",
        "\\({10} ! 10",
        "[(]{10} ! 10",
        "[](]{10} ! 10",
        "[^](]{10} ! 10",
        "[\\](]{10} ! 10",
        "[[:alpha:](]{10} ! 10",
        "\\Q((\\E{10} ! 10",
        "\\pL{10} ! 11"
      })
  void multiplies_nested_repetitions(String regex, long size) {
    assertThat(PatternSize.of(regex)).isEqualTo(size);
  }

  /** Each of them takes the heap when RE2/J compiles it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "(((((a{30}){30}){30}){30}){30}){30}",
        "([](](a{1000}){1000}){1000}",
        "([\\](](a{1000}){1000}){1000}",
        "([[:alpha:](](a{1000}){1000}){1000}",
        "(\\Q[\\E(a{1000}){1000}){1000}",
        "(?:(?:\\d{999}){999}){999}"
      })
  void a_pattern_that_grows_without_bound_is_refused(String regex) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServicePattern.of("1", "A", 1, regex))
        .withMessageContaining("its repetitions multiply to more than 10000 characters");
  }

  @Test
  void usual_patterns_pass() {
    String otp = "(?:code|c[oó]digo)[^0-9]{0,40}([0-9]{4,8}|[0-9]{3}[- ][0-9]{3})";
    assertThat(ServicePattern.of("1", "A", 1, otp).occursIn("Seu Código é 123-456")).isTrue();
  }

  @Test
  void a_size_beyond_counting_does_not_overflow() {
    assertThat(PatternSize.of("(".repeat(60) + "a" + "){1000}".repeat(60))).isGreaterThan(1L << 39);
  }
}
