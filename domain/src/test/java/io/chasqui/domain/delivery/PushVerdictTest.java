package io.chasqui.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushVerdictTest {
  private final RetrySchedule once = new RetrySchedule(List.of(Duration.ofSeconds(10)));
  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void any_2xx_is_delivered(int status) {
    assertThat(verdict(status, 1)).isEqualTo(new PushVerdict.Delivered());
    assertThat(verdict(status, 99)).isEqualTo(new PushVerdict.Delivered());
  }

  @Test
  void status_410_means_gone_whatever_the_attempt() {
    assertThat(verdict(410, 1)).isEqualTo(new PushVerdict.Gone());
    assertThat(verdict(410, 99)).isEqualTo(new PushVerdict.Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 302, 307, 308, 400, 401, 404, 429, 500, 502, 503, 504})
  void everything_else_is_retried_and_dies_in_the_end(int status) {
    assertThat(verdict(status, 1)).isInstanceOf(PushVerdict.Retry.class);
    assertThat(verdict(status, 2)).isEqualTo(new PushVerdict.Dead());
  }

  @Test
  void no_answer_is_retried_and_dies_in_the_end() {
    PushAnswer silence = new PushAnswer.NoAnswer("no answer within 15 s");

    assertThat(PushVerdict.of(silence, 1, once, random)).isInstanceOf(PushVerdict.Retry.class);
    assertThat(PushVerdict.of(silence, 2, once, random)).isEqualTo(new PushVerdict.Dead());
  }

  @Test
  void retry_after_is_honoured() {
    PushAnswer busy = new PushAnswer.Answered(503, Optional.of(Duration.ofMinutes(3)));

    assertThat(PushVerdict.of(busy, 1, once, random))
        .isInstanceOfSatisfying(
            PushVerdict.Retry.class,
            retry -> assertThat(retry.after()).isGreaterThanOrEqualTo(Duration.ofMinutes(3)));
  }

  private PushVerdict verdict(int status, int attempts) {
    return PushVerdict.of(
        new PushAnswer.Answered(status, Optional.empty()), attempts, once, random);
  }
}
