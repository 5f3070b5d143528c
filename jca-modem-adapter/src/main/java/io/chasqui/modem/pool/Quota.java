package io.chasqui.modem.pool;

import io.chasqui.domain.link.SimSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** What a SIM has sent this day and month, and how much more it may. Guarded by its pool. */
final class Quota {
  private final SimSettings sim;
  private final ZoneId zone;
  private Usage usage;

  Quota(SimSettings sim, ZoneId zone, Usage usage) {
    this.sim = sim;
    this.zone = zone;
    this.usage = usage;
  }

  /** Counts up to now. */
  Usage usage(Instant now) {
    usage = usage.on(today(now));
    return usage;
  }

  void count(int segments, Instant now) {
    usage = usage(now).plus(segments);
  }

  /** Whether the day's and the month's limit leave room for one more. */
  boolean permits(Instant now) {
    Usage sent = usage(now);
    return isBelow(sent.today(), sim.segmentsPerDay())
        && isBelow(sent.thisMonth(), sim.segmentsPerMonth());
  }

  /** Why nothing goes; empty when something may. */
  String hold(Instant now) {
    Usage sent = usage(now);
    if (!isBelow(sent.thisMonth(), sim.segmentsPerMonth())) {
      return "the month's limit of %d is reached; goes on on %s"
          .formatted(sim.segmentsPerMonth(), YearMonth.from(sent.day()).plusMonths(1).atDay(1));
    }
    return isBelow(sent.today(), sim.segmentsPerDay())
        ? ""
        : "the day's limit of %d is reached; goes on at midnight".formatted(sim.segmentsPerDay());
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  private static boolean isBelow(long count, int limit) {
    return limit == 0 || count < limit;
  }
}
