package io.chasqui.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.accounts.TestClock;
import io.chasqui.app.persistence.DatabaseAwayException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureStreakTest {
  private static final Logger LOG = Logger.getLogger("io.chasqui.worker");
  private static final DatabaseAwayException AWAY =
      new DatabaseAwayException("the batch is kept", new SQLException("connection refused"));

  private final TestClock clock = new TestClock("2026-11-22T03:00:00Z");
  private final String name = "streak-" + System.identityHashCode(this);
  private final FailureStreak streak = new FailureStreak(name, Duration.ofSeconds(20), clock);
  private final Lines lines = new Lines();

  @BeforeEach
  void begin() {
    LOG.addHandler(lines);
  }

  @AfterEach
  void end() {
    LOG.removeHandler(lines);
  }

  @Test
  void the_pauses_get_longer_up_to_five_seconds_and_begin_anew_after_the_failures() {
    assertThat(pauses(6)).containsExactly(1L, 2L, 4L, 5L, 5L, 5L);
    clock.advance(Duration.ofSeconds(20));
    streak.succeeded();
    assertThat(pauses(2)).containsExactly(1L, 2L);
  }

  @Test
  void an_outage_is_one_line_without_a_stack_then_one_a_minute() {
    pauses(1200);
    assertThat(lines.records).hasSize(1);
    assertThat(lines.records.get(0).getThrown()).isNull();
    assertThat(lines.records.get(0).getParameters()[1])
        .isEqualTo("the batch is kept: connection refused");
    clock.advance(Duration.ofMinutes(1));
    pauses(1200);
    assertThat(lines.records).hasSize(2);
    assertThat(lines.records.get(1).getThrown()).isNull();
    assertThat(lines.records.get(1).getParameters()).contains(1201);
  }

  @Test
  void what_nobody_foresaw_has_its_stack_once() {
    RuntimeException cause = new IllegalStateException("unforeseen");
    streak.failed(cause);
    streak.failed(cause);
    assertThat(lines.records).singleElement().extracting(LogRecord::getThrown).isEqualTo(cause);
  }

  @Test
  void a_success_between_two_failures_is_no_end_and_the_end_is_told() {
    Instant began = clock.instant();
    streak.failed(AWAY);
    clock.advance(Duration.ofSeconds(19));
    streak.succeeded();
    assertThat(streak.since()).contains(began);
    clock.advance(Duration.ofSeconds(1));
    streak.succeeded();
    streak.succeeded();
    assertThat(streak.since()).isEmpty();
    assertThat(lines.records).hasSize(2);
    assertThat(lines.records.get(1).getMessage()).contains("works again");
  }

  private List<Long> pauses(int count) {
    return IntStream.range(0, count).mapToObj(i -> streak.failed(AWAY).toSeconds()).toList();
  }

  /** Lines of this test's streak only. */
  private final class Lines extends Handler {
    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public synchronized void publish(LogRecord line) {
      Object[] parameters = line.getParameters();
      String first = parameters == null ? line.getMessage() : String.valueOf(parameters[0]);
      if (first.startsWith(name)) {
        records.add(line);
      }
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
