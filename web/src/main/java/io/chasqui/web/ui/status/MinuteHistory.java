package io.chasqui.web.ui.status;

import io.chasqui.app.operations.MinuteOfTraffic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The counts of the last hour by minute. A minute that ended a while ago is counted once and
 * remembered: nothing is added to it any more but after an accident.
 */
class MinuteHistory {
  static final int MINUTES = 60;

  /** A batch takes its ids before it commits; this is more than any commit takes. */
  private static final int UNSETTLED = 3;

  private final NavigableMap<Instant, MinuteOfTraffic> known = new TreeMap<>();
  private Instant learntUpTo = Instant.EPOCH;

  /** Where counting has to begin to know the last hour. */
  Instant firstUnsettled(Instant now) {
    Instant oldest = minutesBefore(now, MINUTES - 1);
    Instant settled = minutesBefore(learntUpTo, UNSETTLED - 1);
    return settled.isAfter(oldest) ? settled : oldest;
  }

  /** Takes the counts from {@code from} to {@code now}; minutes not among them had no messages. */
  void learn(Instant from, Instant now, List<MinuteOfTraffic> counted) {
    known.tailMap(from, true).clear();
    counted.forEach(minute -> known.put(minute.start(), minute));
    known.headMap(minutesBefore(from, MINUTES), false).clear();
    learntUpTo = now;
  }

  /** One entry for each of the last {@value #MINUTES} minutes, oldest first. */
  List<MinuteOfTraffic> upTo(Instant now) {
    return IntStream.range(0, MINUTES)
        .mapToObj(i -> minutesBefore(now, MINUTES - 1 - i))
        .map(start -> known.getOrDefault(start, new MinuteOfTraffic(start, 0, 0)))
        .toList();
  }

  private static Instant minutesBefore(Instant time, int minutes) {
    return time.truncatedTo(ChronoUnit.MINUTES).minus(minutes, ChronoUnit.MINUTES);
  }
}
