package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long START = Long.MAX_VALUE - 10;

  private final Patience patience = new Patience(500, START);

  private void spend(int count, Duration since) {
    for (int i = 0; i < count; i++) {
      patience.spend(START + since.toNanos());
    }
  }

  private Duration rest(Duration since) {
    return patience.rest(START + since.toNanos());
  }

  @Test
  void a_seconds_worth_may_come_at_once() {
    spend(500, Duration.ZERO);
    assertThat(rest(Duration.ZERO)).isZero();
  }

  @Test
  void what_goes_beyond_is_waited_for() {
    spend(600, Duration.ZERO);
    assertThat(rest(Duration.ZERO)).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void after_the_rest_there_is_some_left_again() {
    spend(501, Duration.ZERO);
    Duration rest = rest(Duration.ZERO);
    assertThat(rest(rest)).isZero();
    spend(50, rest);
    assertThat(rest(rest)).isZero();
    spend(1, rest);
    assertThat(rest(rest)).isPositive();
  }

  @Test
  void who_keeps_to_the_rate_never_waits() {
    for (int second = 0; second < 100; second++) {
      spend(500, Duration.ofSeconds(second));
      assertThat(rest(Duration.ofSeconds(second))).isZero();
    }
  }

  @Test
  void quiet_times_are_not_saved_up() {
    spend(501, Duration.ofHours(1));
    assertThat(rest(Duration.ofHours(1))).isPositive();
  }
}
