package io.chasqui.modem.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.modem.BreakerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(300);

  private final Breaker breaker = new Breaker(5, PAUSE);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(START);
    }
  }

  @Test
  void the_fifth_failure_in_a_row_opens_it() {
    fail(4);
    assertThat(breaker.state(START)).isEqualTo(BreakerState.CLOSED);
    assertThat(breaker.failed(START)).isTrue();
    assertThat(breaker.state(START)).isEqualTo(BreakerState.OPEN);
    assertThat(breaker.permits(START.plus(PAUSE).minusMillis(1))).isFalse();
  }

  @Test
  void a_success_between_failures_begins_the_count_anew() {
    fail(4);
    breaker.succeeded();
    fail(4);
    assertThat(breaker.permits(START)).isTrue();
  }

  @Test
  void what_says_nothing_of_the_modem_is_not_counted() {
    fail(4);
    breaker.ended();
    assertThat(breaker.failed(START)).isTrue();
  }

  @Test
  void after_the_pause_it_has_one_try_at_a_time() {
    fail(5);
    Instant later = START.plus(PAUSE);
    assertThat(breaker.state(later)).isEqualTo(BreakerState.HALF_OPEN);
    assertThat(breaker.permits(later)).isTrue();
    breaker.begins();
    assertThat(breaker.permits(later)).isFalse();
  }

  @Test
  void one_failure_while_half_open_opens_it_again_for_the_whole_pause() {
    fail(5);
    Instant later = START.plus(PAUSE);
    breaker.begins();
    breaker.failed(later);
    assertThat(breaker.state(later.plus(PAUSE).minusMillis(1))).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void a_success_while_half_open_closes_it() {
    fail(5);
    breaker.begins();
    breaker.succeeded();
    assertThat(breaker.state(START.plus(PAUSE))).isEqualTo(BreakerState.CLOSED);
  }

  /** Compared with what the rule says of the whole history. */
  @Property
  void it_is_open_exactly_for_the_pause_after_the_last_of_enough_failures(
      @ForAll @Size(max = 60) List<Boolean> successes,
      @ForAll @IntRange(min = 1, max = 8) int limit) {
    Breaker tested = new Breaker(limit, PAUSE);
    Instant now = START;
    int row = 0;
    Instant lastFailure = Instant.MIN;
    for (boolean success : successes) {
      boolean open = row >= limit && now.isBefore(lastFailure.plus(PAUSE));
      assertThat(tested.permits(now)).isEqualTo(!open);
      if (!open) {
        tested.begins();
        if (success) {
          tested.succeeded();
          row = 0;
        } else {
          tested.failed(now);
          row++;
          lastFailure = now;
        }
      }
      now = now.plusSeconds(70);
    }
  }
}
