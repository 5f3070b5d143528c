package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;

  @Test
  void no_limit_lets_everything_go() {
    Pace pace = new Pace(0, 0);
    assertThat(pace.allowed(0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(pace.take(500, 0)).isEqualTo(500);
    assertThat(pace.nanosToNext(0)).isZero();
  }

  @Test
  void in_no_second_go_more_than_agreed_and_a_twentieth() {
    Pace pace = new Pace(100, 0);
    int taken = 0;
    for (long now = 0; now < 1000 * MILLI; now += MILLI) {
      taken += pace.take(50, now);
    }
    assertThat(taken).isBetween(100, 105);
  }

  @Test
  void one_a_second_is_one_a_second() {
    Pace pace = new Pace(1, 0);
    assertThat(pace.take(5, 0)).isEqualTo(1);
    assertThat(pace.nanosToNext(400 * MILLI)).isBetween(600 * MILLI - 2, 600 * MILLI + 2);
    assertThat(pace.allowed(999 * MILLI)).isZero();
    assertThat(pace.allowed(1001 * MILLI)).isEqualTo(1);
  }

  @Test
  void idle_time_is_not_saved_up() {
    Pace pace = new Pace(100, 0);
    assertThat(pace.allowed(Duration.ofHours(1).toNanos())).isEqualTo(5);
  }

  @Test
  void a_hold_lets_nothing_go_for_its_time() {
    Pace pace = new Pace(0, 0);
    pace.hold(0, Duration.ofSeconds(1));
    assertThat(pace.allowed(999 * MILLI)).isZero();
    assertThat(pace.nanosToNext(0)).isEqualTo(1000 * MILLI);
    assertThat(pace.allowed(1000 * MILLI)).isPositive();
  }
}
