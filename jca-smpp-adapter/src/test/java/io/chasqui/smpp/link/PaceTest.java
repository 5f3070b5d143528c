package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Takes singly as many as may go in the milliseconds from the first to before the last. */
  private static int taken(Pace pace, int from, int to) {
    int taken = 0;
    for (long now = from * MILLI; now < to * MILLI; now += MILLI) {
      for (int i = 0; i < 50 && pace.allowed(now) > 0 && pace.take(1, now); i++) {
        taken++;
      }
    }
    return taken;
  }

  @Test
  void no_limit_lets_everything_go() {
    Pace pace = new Pace(0, 0);
    assertThat(pace.allowed(0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(pace.take(500, 0)).isTrue();
    assertThat(pace.nanosToNext(0)).isZero();
  }

  @Test
  void in_no_second_go_more_than_agreed_and_a_twentieth() {
    assertThat(taken(new Pace(100, 0), 0, 1000)).isBetween(100, 105);
  }

  @Test
  void one_a_second_is_one_a_second() {
    Pace pace = new Pace(1, 0);
    assertThat(pace.take(1, 0)).isTrue();
    assertThat(pace.take(1, 0)).isFalse();
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
  void all_parts_of_a_message_go_together_and_the_next_one_waits_for_them() {
    Pace pace = new Pace(20, 0);
    assertThat(pace.take(10, 0)).isTrue();
    assertThat(pace.take(1, 100 * MILLI)).isFalse();
    assertThat(pace.allowed(499 * MILLI)).isZero();
    assertThat(pace.take(1, 501 * MILLI)).isTrue();
  }

  @Test
  void after_throttling_nothing_goes_for_the_hold() {
    Pace pace = new Pace(0, 0);
    pace.throttled(0, SECOND);
    assertThat(pace.allowed(999 * MILLI)).isZero();
    assertThat(pace.nanosToNext(0)).isEqualTo(1000 * MILLI);
    assertThat(pace.allowed(1000 * MILLI)).isPositive();
  }

  @Test
  void throttling_halves_the_rate_agreed_and_it_comes_back_slowly() {
    Pace pace = new Pace(100, 0);
    assertThat(pace.throttled(0, Duration.ZERO)).isTrue();
    assertThat(taken(pace, 0, 1000)).isBetween(48, 54);
    assertThat(pace.isSlowed(1000 * MILLI)).isTrue();
    assertThat(taken(pace, 5000, 6000)).isBetween(73, 80);
    assertThat(taken(pace, 11_000, 12_000)).isBetween(98, 105);
    assertThat(pace.isSlowed(12_000 * MILLI)).isFalse();
  }

  @Test
  void a_whole_window_throttled_slows_down_once() {
    Pace pace = new Pace(100, 0);
    assertThat(pace.throttled(0, SECOND)).isTrue();
    assertThat(pace.throttled(10 * MILLI, SECOND)).isFalse();
    assertThat(pace.perSecond(20 * MILLI)).isEqualTo(50);
    assertThat(pace.throttled(1100 * MILLI, SECOND)).isTrue();
    assertThat(pace.perSecond(1100 * MILLI)).isEqualTo(27.5);
  }

  @Test
  void without_a_rate_agreed_the_one_that_was_too_much_is_halved_and_the_limit_lifted_later() {
    Pace pace = new Pace(0, 0);
    for (int i = 0; i < 10; i++) {
      pace.take(20, i * 100 * MILLI);
    }
    assertThat(pace.throttled(950 * MILLI, SECOND)).isTrue();
    assertThat(pace.perSecond(950 * MILLI)).isEqualTo(100);
    assertThat(pace.perSecond(10_950 * MILLI)).isEqualTo(200);
    assertThat(pace.perSecond(31_000 * MILLI)).isZero();
  }

  @Test
  void a_trickle_that_is_throttled_only_pauses() {
    Pace pace = new Pace(0, 0);
    pace.take(1, 0);
    assertThat(pace.throttled(0, SECOND)).isFalse();
    assertThat(pace.perSecond(0)).isZero();
  }

  @Test
  void the_rate_never_falls_to_nothing() {
    Pace pace = new Pace(4, 0);
    for (int i = 0; i < 10; i++) {
      pace.throttled(i * 1001 * MILLI, Duration.ZERO);
    }
    assertThat(pace.perSecond(9010 * MILLI)).isGreaterThanOrEqualTo(1);
  }
}
