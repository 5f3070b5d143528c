package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(4711));

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,60", "1000,60"})
  void waits_stay_below_a_limit_that_doubles_up_to_a_minute(int failures, int seconds) {
    assertThat(IntStream.range(0, 1000).mapToObj(each -> backoff.after(failures)))
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(seconds)) <= 0)
        .anyMatch(wait -> wait.compareTo(Duration.ofMillis(seconds * 900L)) > 0);
  }

  @Test
  void waits_are_spread_and_never_nothing() {
    assertThat(IntStream.range(0, 1000).mapToObj(each -> backoff.after(7)))
        .allMatch(wait -> wait.toMillis() >= 100)
        .anyMatch(wait -> wait.toSeconds() < 15)
        .anyMatch(wait -> wait.toSeconds() > 45);
  }
}
