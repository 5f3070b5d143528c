package io.chasqui.web.ui.status;

import io.chasqui.app.operations.Activity;
import io.chasqui.app.operations.StatusBoard;
import io.chasqui.app.operations.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The latest traffic, read once for all open pages. However many there are and however slow the
 * database is, reading takes at most a tenth of the time.
 */
@ApplicationScoped
public class LiveTraffic {
  /** The span of the headline numbers. */
  static final Duration HEADLINE = Duration.ofMinutes(15);

  private static final int NEWEST = 20;
  private static final Duration REST = Duration.ofMillis(250);
  private static final int REST_PER_EFFORT = 10;

  /** Without any message the span still moves on. */
  private static final Duration STALE = Duration.ofSeconds(15);

  private final Clock clock = Clock.systemUTC();
  private final MinuteHistory history = new MinuteHistory();

  @Inject private Activity activity;
  @Inject private StatusBoard board;

  private Reading latest;

  /** The traffic now, or as it was a moment ago; {@link TrafficSnapshot#version} tells which. */
  public synchronized TrafficSnapshot now() {
    Instant now = clock.instant();
    if (latest == null || !latest.holds(now, activity.version())) {
      latest = read(now);
    }
    return latest.snapshot();
  }

  private Reading read(Instant now) {
    // Before the data: what is committed meanwhile shows early rather than never.
    long version = activity.version();
    Instant from = history.firstUnsettled(now);
    Traffic traffic = board.traffic(now.minus(HEADLINE));
    history.learn(from, now, board.minutes(from, now.plus(Duration.ofMinutes(1))));
    TrafficSnapshot snapshot =
        new TrafficSnapshot(version, now, traffic, history.upTo(now), board.newest(NEWEST));
    return new Reading(snapshot, clock.instant());
  }

  private record Reading(TrafficSnapshot snapshot, Instant done) {
    boolean holds(Instant now, long version) {
      Duration age = Duration.between(done, now);
      if (snapshot.version() == version) {
        return age.compareTo(STALE) < 0;
      }
      Duration effort = Duration.between(snapshot.at(), done).multipliedBy(REST_PER_EFFORT);
      return age.compareTo(effort.compareTo(REST) > 0 ? effort : REST) < 0;
    }
  }
}
