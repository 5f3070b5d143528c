package io.chasqui.app.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The messages a key may send within a clock hour (UTC), counted in the database. */
@ApplicationScoped
public class HourlyAllowance {
  private static final System.Logger LOG = System.getLogger("io.chasqui.accounts");
  private static final Duration WITHOUT_DATABASE = Duration.ofSeconds(5);

  @Inject KeyUsage usage;
  @Inject Clock clock;

  /**
   * Takes {@code messages} of what is left of the hour, or nothing. Without the database nothing is
   * granted.
   *
   * @param limit messages an hour; 0 = no limit, and nothing is counted
   */
  public Allowance take(String keyId, int limit, int messages) {
    return limit == 0 ? Allowance.GRANTED : takeCounted(keyId, limit, messages);
  }

  /** Gives back what was taken for messages that were then not accepted. */
  public void giveBack(String keyId, int limit, int messages) {
    if (limit == 0) {
      return;
    }
    try {
      usage.subtract(keyId, clock.instant().truncatedTo(ChronoUnit.HOURS), messages);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "key {0}: {1} messages count as sent, though refused: {2}",
          keyId,
          messages,
          e);
    }
  }

  private Allowance takeCounted(String keyId, int limit, int messages) {
    Instant now = clock.instant();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    try {
      // A new hour's row is made by whoever is first; who comes second adds to it after all.
      boolean granted =
          messages <= limit
              && (usage.add(keyId, hour, limit, messages)
                  || usage.open(keyId, hour, messages)
                  || usage.add(keyId, hour, limit, messages));
      Duration rest = Duration.between(now, hour.plus(1, ChronoUnit.HOURS));
      return granted ? Allowance.GRANTED : Allowance.refusedFor(rest);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "key {0}: refused, its use cannot be counted: {1}", keyId, e);
      return Allowance.refusedFor(WITHOUT_DATABASE);
    }
  }
}
