package io.chasqui.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
  private static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE; // nextDouble() is 0.5
  private final RetrySchedule schedule = RetrySchedule.standard();

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H"
  })
  void attempts_follow_the_times_of_standard_webhooks(int attempts, Duration sinceTheFirst) {
    Duration total = Duration.ZERO;
    for (int made = 1; made <= attempts; made++) {
      total = total.plus(schedule.afterAttempt(made, Optional.empty(), MIDDLE).orElseThrow());
    }

    assertThat(total).isEqualTo(sinceTheFirst);
  }

  @Test
  void after_the_tenth_attempt_there_is_none() {
    assertThat(schedule.afterAttempt(10, Optional.empty(), MIDDLE)).isEmpty();
    assertThat(schedule.afterAttempt(10, Optional.of(Duration.ofHours(1)), MIDDLE)).isEmpty();
  }

  @Test
  void waits_are_spread_by_a_tenth_either_way() {
    Random random = new Random(7);
    var waits =
        random
            .ints(1000)
            .mapToObj(i -> schedule.afterAttempt(1, Optional.empty(), random).orElseThrow())
            .toList();

    assertThat(waits)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500)))
        .anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMillis(4600)))
        .anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofMillis(5400)));
  }

  @Test
  void a_longer_retry_after_is_never_undercut() {
    Random random = new Random(7);

    for (int i = 0; i < 1000; i++) {
      assertThat(schedule.afterAttempt(1, Optional.of(Duration.ofMinutes(2)), random).orElseThrow())
          .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(132));
    }
  }

  @Test
  void a_shorter_retry_after_does_not_hurry_us() {
    assertThat(schedule.afterAttempt(2, Optional.of(Duration.ofSeconds(1)), MIDDLE))
        .contains(Duration.ofSeconds(295));
  }

  @Test
  void an_absurd_retry_after_is_cut_to_six_hours() {
    assertThat(schedule.afterAttempt(1, Optional.of(Duration.ofDays(400)), MIDDLE).orElseThrow())
        .isBetween(Duration.ofHours(6), Duration.ofMinutes(396));
  }
}
