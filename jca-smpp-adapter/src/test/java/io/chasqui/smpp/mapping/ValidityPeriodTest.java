package io.chasqui.smpp.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "PT1H, 000000010000000R",
    "PT24H, 000001000000000R",
    "P2DT3H4M5S, 000002030405000R",
    "P29DT23H, 000029230000000R",
    "P63D, 000203000000000R",
    "P400D, 000203000000000R",
    "PT0S, 000000000001000R",
    "PT-5S, 000000000001000R"
  })
  void a_duration_is_written_in_the_relative_format(Duration validity, String written) {
    assertThat(ValidityPeriod.of(validity)).isEqualTo(written).hasSize(16);
  }
}
