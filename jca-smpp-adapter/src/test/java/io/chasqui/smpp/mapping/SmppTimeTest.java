package io.chasqui.smpp.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "261122160000000+, 2026-11-22T16:00:00Z",
    "261122160000500+, 2026-11-22T16:00:00.5Z",
    "261122160000004+, 2026-11-22T15:00:00Z",
    "261122160000012-, 2026-11-22T19:00:00Z",
    "280229000000048+, 2028-02-28T12:00:00Z",
    "000000010000000R, 2026-11-22T16:00:00Z",
    "000002000000000R, 2026-11-24T15:00:00Z",
    "000300000000000R, 2027-02-22T15:00:00Z",
    "010000000030000R, 2027-11-22T15:00:30Z"
  })
  void both_formats_are_read(String text, Instant at) {
    assertThat(SmppTime.parse(text, NOW)).contains(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "26112216000000+",
        "261122160000000",
        "261322160000000+",
        "270229000000000+",
        "261122250000000+",
        "261122160000049+",
        "261122160000000Z",
        "0000000100000000R"
      })
  void anything_else_is_no_time(String text) {
    assertThat(SmppTime.parse(text, NOW)).isEmpty();
  }

  @Test
  void a_time_is_written_in_utc() {
    assertThat(SmppTime.absolute(NOW)).isEqualTo("261122150000000+");
  }
}
