package io.chasqui.app.messaging;

import io.chasqui.app.persistence.DatabaseAwayException;
import jakarta.jms.JMSRuntimeException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a task that fails again and again does about it: it waits longer each time, and the log has
 * a line when it began, one a minute, and one when it is over. Used by one thread, but for {@link
 * #since}.
 */
public final class FailureStreak {
  private static final System.Logger LOG = System.getLogger("io.chasqui.worker");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final String name;
  private final Duration relapse;
  private final Clock clock;
  private volatile Optional<Instant> since = Optional.empty();
  private Instant lastFailure = Instant.MIN;
  private Instant lastLine = Instant.MIN;
  private Duration pause = FIRST_PAUSE;
  private int failures;

  /**
   * @param name what the log calls the task
   * @param relapse how long nothing must fail before it is over; zero: a success ends it
   */
  public FailureStreak(String name, Duration relapse, Clock clock) {
    this.name = name;
    this.relapse = relapse;
    this.clock = clock;
  }

  /** Since when the task has failed; empty while it does not. */
  public Optional<Instant> since() {
    return since;
  }

  /** Answers how long to wait before the next attempt, 1-5 s. */
  public Duration failed(Exception cause) {
    lastFailure = clock.instant();
    failures++;
    if (since.isEmpty()) {
      begin(cause);
    } else if (!lastLine.plus(BETWEEN_LINES).isAfter(lastFailure)) {
      remind(cause);
    }
    Duration wait = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return wait;
  }

  /** Of an outage the stack tells nothing that the message does not. */
  private void begin(Exception cause) {
    since = Optional.of(lastFailure);
    lastLine = lastFailure;
    String line = name + ": failed, tries again until it works";
    if (isOutage(cause)) {
      LOG.log(Level.WARNING, "{0}: {1}", line, cause.getMessage());
    } else {
      LOG.log(Level.WARNING, line, cause);
    }
  }

  private void remind(Exception cause) {
    lastLine = lastFailure;
    LOG.log(
        Level.WARNING,
        "{0}: has failed since {1}, {2} times by now, and goes on trying: {3}",
        name,
        since.get(),
        failures,
        cause.toString());
  }

  private static boolean isOutage(Exception cause) {
    return cause instanceof DatabaseAwayException
        || cause instanceof JMSRuntimeException
        || cause instanceof SQLException;
  }

  /** An attempt went well. */
  public void succeeded() {
    if (since.isPresent() && !lastFailure.plus(relapse).isAfter(clock.instant())) {
      LOG.log(
          Level.INFO,
          "{0}: works again, after {1} failures since {2}",
          name,
          failures,
          since.get());
      since = Optional.empty();
      pause = FIRST_PAUSE;
      failures = 0;
    }
  }
}
