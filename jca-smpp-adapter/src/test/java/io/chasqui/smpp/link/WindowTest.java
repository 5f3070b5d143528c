package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private final Window window = new Window(2);

  private static Unanswered submit(int sequence) {
    return new Unanswered(sequence, MessageId.next(Clock.systemUTC()), 1, outcome -> {});
  }

  private static long at(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  private Unanswered written(int sequence, long seconds) {
    Unanswered submit = submit(sequence);
    assertThat(window.reserve(submit)).isTrue();
    assertThat(window.write(List.of(submit), at(seconds))).isTrue();
    return submit;
  }

  @Test
  void there_is_no_place_beyond_its_size() {
    written(1, 0);
    written(2, 0);
    assertThat(window.reserve(submit(3))).isFalse();
    Window.Answered answered = window.answered(1).orElseThrow();
    assertThat(window.reserve(submit(3))).isFalse();
    window.told(answered);
    assertThat(window.reserve(submit(3))).isTrue();
  }

  @Test
  void an_answer_is_for_one_submit_and_once() {
    Unanswered submit = written(1, 0);
    assertThat(window.answered(1)).contains(new Window.Answered(submit, 0, false));
    assertThat(window.answered(1)).isEmpty();
    assertThat(window.answered(99)).isEmpty();
  }

  @Test
  void an_overdue_submit_frees_its_place_and_is_told_once() {
    Unanswered submit = written(1, 0);
    assertThat(window.sweep(at(9), TIMEOUT)).isEmpty();
    assertThat(window.sweep(at(10), TIMEOUT)).containsExactly(submit);
    assertThat(window.sweep(at(11), TIMEOUT)).isEmpty();
    assertThat(window.inFlight()).isZero();
    assertThat(window.free()).isEqualTo(2);
  }

  @Test
  void a_late_answer_is_understood_for_ten_minutes() {
    Unanswered first = written(1, 0);
    written(2, 0);
    window.sweep(at(10), TIMEOUT);
    window.sweep(at(609), TIMEOUT);
    assertThat(window.answered(1)).contains(new Window.Answered(first, 0, true));
    window.sweep(at(610), TIMEOUT);
    assertThat(window.answered(2)).isEmpty();
  }

  @Test
  void closing_returns_what_was_written_and_never_told() {
    written(1, 0);
    window.sweep(at(10), TIMEOUT);
    Unanswered open = written(2, 11);
    assertThat(window.close()).containsExactly(open);
    assertThat(window.close()).isEmpty();
    assertThat(window.free()).isZero();
  }

  @Test
  void what_is_only_reserved_when_the_session_ends_was_not_written() {
    Unanswered submit = submit(1);
    window.reserve(submit);
    assertThat(window.close()).isEmpty();
    assertThat(window.write(List.of(submit), at(0))).isFalse();
    assertThat(window.close()).isEmpty();
  }
}
