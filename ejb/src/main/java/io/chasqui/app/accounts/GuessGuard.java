package io.chasqui.app.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Slows down guessing: after some wrong passwords for a user from an address, that pair waits 1 s,
 * then twice as long after each further one, 15 minutes at most. An hour without any forgets it.
 * Per address, so that a stranger cannot lock out the administrator.
 */
public final class GuessGuard {
  /** Wrong passwords for one user from one address that are nobody's malice yet. */
  public static final int FREE_FAILURES = 5;

  private static final int MOST_DOUBLINGS = 10;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private record Guesser(String username, String address) {}

  private record Record(int failures, Instant last, Instant blockedUntil) {}

  private final Map<Guesser, Record> records = new BoundedMap<>(MOST);
  private final Clock clock;
  private final int freeFailures;

  /**
   * @param freeFailures the first wrong password that makes the next one wait, 1 or more
   */
  public GuessGuard(Clock clock, int freeFailures) {
    this.clock = clock;
    this.freeFailures = freeFailures;
  }

  /** How long this pair must still wait; zero when it may try. */
  public synchronized Duration delay(String username, String address) {
    Record record = records.get(new Guesser(username, address));
    Duration rest =
        record == null ? Duration.ZERO : Duration.between(clock.instant(), record.blockedUntil);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  public synchronized void failed(String username, String address) {
    Instant now = clock.instant();
    Guesser guesser = new Guesser(username, address);
    Record before = records.get(guesser);
    boolean fresh = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now);
    int failures = fresh ? 1 : before.failures + 1;
    records.put(guesser, new Record(failures, now, now.plus(penalty(failures))));
  }

  public synchronized void succeeded(String username, String address) {
    records.remove(new Guesser(username, address));
  }

  private Duration penalty(int failures) {
    if (failures < freeFailures) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - freeFailures, MOST_DOUBLINGS);
    Duration penalty = Duration.ofSeconds(1L << doublings);
    return penalty.compareTo(LONGEST) > 0 ? LONGEST : penalty;
  }
}
