package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void a_second_holds_as_many_as_agreed() {
    Rate rate = new Rate(5, 0);
    assertThat(taken(rate, 20, 0)).isEqualTo(5);
    assertThat(taken(rate, 20, SECOND / 5)).isEqualTo(1);
    assertThat(taken(rate, 20, 3 * SECOND)).isEqualTo(5);
  }

  @Test
  void no_limit_is_none() {
    assertThat(taken(new Rate(0, 0), 1000, 0)).isEqualTo(1000);
  }

  @Test
  void what_goes_together_is_taken_together_and_paid_back() {
    Rate rate = new Rate(10, 0);
    assertThat(rate.take(25, 0)).isTrue();
    assertThat(rate.take(1, SECOND)).isFalse();
    assertThat(rate.take(1, 2 * SECOND)).isTrue();
  }

  private static long taken(Rate rate, int attempts, long now) {
    return IntStream.range(0, attempts).filter(i -> rate.take(1, now)).count();
  }
}
