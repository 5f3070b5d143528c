package io.chasqui.domain.link;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long something took, many times.
 *
 * @param count of all
 * @param total of all
 * @param upTo count of those within each time and above the one before; what took longer than the
 *     last is in {@code count} only
 */
public record Timings(long count, Duration total, SortedMap<Duration, Long> upTo) {
  public static final Timings NONE = new Timings(0, Duration.ZERO, new TreeMap<>());

  public Timings {
    upTo = Collections.unmodifiableSortedMap(new TreeMap<>(upTo));
  }

  /**
   * A time that this share of all did not exceed, as exactly as the limits are; the greatest limit
   * when more took longer. Zero when there was none.
   *
   * @param share above 0, at most 1
   */
  public Duration quantile(double share) {
    long enough = (long) Math.ceil(share * count);
    long seen = 0;
    for (var step : upTo.entrySet()) {
      seen += step.getValue();
      if (seen >= enough) {
        return count == 0 ? Duration.ZERO : step.getKey();
      }
    }
    return upTo.isEmpty() ? Duration.ZERO : upTo.lastKey();
  }

  /** Zero when there was none. */
  public Duration mean() {
    return count == 0 ? Duration.ZERO : total.dividedBy(count);
  }
}
