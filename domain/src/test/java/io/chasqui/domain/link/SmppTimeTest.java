package io.chasqui.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "261122120000000+, 2026-11-22T12:00:00Z",
    "261122120000500+, 2026-11-22T12:00:00.500Z",
    // nn quarter hours in advance of UTC, or behind it
    "261122120000004+, 2026-11-22T11:00:00Z",
    "261122120000012-, 2026-11-22T15:00:00Z",
    "261122120000022+, 2026-11-22T06:30:00Z",
    "270101003000003+, 2026-12-31T23:45:00Z",
    "990101000000000-, 2099-01-01T00:00:00Z",
    // periods, from now
    "000000000000000R, 2026-01-31T12:00:00Z",
    "000000010000000R, 2026-01-31T13:00:00Z",
    "000002000000000R, 2026-02-02T12:00:00Z",
    "000100000000000R, 2026-02-28T12:00:00Z",
    "010000000059000R, 2027-01-31T12:00:59Z",
    "000099999999000R, 2026-05-14T16:40:39Z"
  })
  void reads_both_formats(String value, Instant moment) {
    assertThat(SmppTime.parse(value, NOW)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "261122120000",
        "26112212000000+",
        "2611221200000000+",
        "261322120000000+",
        "260230120000000+",
        "261122240000000+",
        "261122120060000+",
        "261122120000057+",
        "261122120000000Z",
        "26112212000000 +",
        "٢61122120000000+"
      })
  void refuses_what_is_neither_and_names_it(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmppTime.parse(value, NOW))
        .withMessage("no SMPP time: " + value);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00.7Z, Z, 261122120000700+",
    "2026-11-22T12:00:00Z, +05:30, 261122173000022+",
    "2026-11-22T12:00:00Z, -03:00, 261122090000012-"
  })
  void writes_moments(Instant moment, ZoneOffset offset, String value) {
    assertThat(SmppTime.absolute(moment, offset)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 000000000000000R",
    "PT1H2M3S, 000000010203000R",
    "P29DT23H, 000029230000000R",
    "P63D, 000203000000000R"
  })
  void writes_periods(Duration period, String value) {
    assertThat(SmppTime.relative(period)).isEqualTo(value);
  }

  @Test
  void a_period_too_long_or_backwards_cannot_be_written() {
    assertThatIllegalArgumentException().isThrownBy(() -> SmppTime.relative(Duration.ofDays(360)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmppTime.relative(Duration.ofSeconds(-1)))
        .withMessage("a period of PT-1S cannot be written");
  }

  @Property
  void moments_come_back(
      @ForAll @LongRange(min = 946_771_200, max = 4_102_358_399L) long second,
      @ForAll @IntRange(max = 9) int tenths,
      @ForAll @IntRange(min = -48, max = 56) int quarters) {
    Instant moment = Instant.ofEpochSecond(second, tenths * 100_000_000L);
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(quarters * 900);
    assertThat(SmppTime.parse(SmppTime.absolute(moment, offset), NOW)).isEqualTo(moment);
  }

  @Property
  void periods_below_a_month_come_back(@ForAll @LongRange(max = 2_591_999) long seconds) {
    Duration period = Duration.ofSeconds(seconds);
    assertThat(SmppTime.parse(SmppTime.relative(period), NOW)).isEqualTo(NOW.plus(period));
  }
}
