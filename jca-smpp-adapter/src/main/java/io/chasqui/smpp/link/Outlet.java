package io.chasqui.smpp.link;

import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Spreads segments over a link's bound sessions, as far as their windows and the pace go.
 *
 * @param sessions those bound now
 * @param reports for what cannot go
 */
record Outlet(
    Supplier<Stream<SmppSession>> sessions,
    Pace pace,
    OutcomeReports reports,
    Surroundings around) {

  /** How many segments may go now. */
  int capacity() {
    return Math.min(free(), pace.allowed(around.now()));
  }

  /** Free places of all windows. */
  int free() {
    return sessions.get().mapToInt(SmppSession::free).sum();
  }

  /**
   * The session with the most free places first: load spreads, and a batch stays together.
   *
   * @param unfree why there is no place when there is none
   */
  void submit(List<Segment> segments, OutcomeSink sink, String unfree) {
    int places = Math.min(segments.size(), free());
    int leave = leave(segments.subList(0, places));
    List<Segment> rest = segments.subList(0, leave);
    for (SmppSession session : byFreePlaces()) {
      int share = Math.min(session.free(), rest.size());
      session.submit(rest.subList(0, share), sink);
      rest = rest.subList(share, rest.size());
    }
    defer(rest, sink, unfree);
    defer(
        segments.subList(leave, segments.size()),
        sink,
        leave < places ? "the rate agreed is used up" : unfree);
  }

  private List<SmppSession> byFreePlaces() {
    return sessions.get().sorted(Comparator.comparingInt(SmppSession::free).reversed()).toList();
  }

  /** How many of them the pace lets go: whole messages, from the first on. */
  private int leave(List<Segment> segments) {
    int given = 0;
    while (given < segments.size()) {
      int parts = partsOfOne(segments.subList(given, segments.size()));
      if (!pace.take(parts, around.now())) {
        break;
      }
      given += parts;
    }
    return given;
  }

  /** How many at the head belong to one message. */
  private static int partsOfOne(List<Segment> segments) {
    int parts = 1;
    while (parts < segments.size()
        && segments.get(parts).message().equals(segments.get(0).message())) {
      parts++;
    }
    return parts;
  }

  private void defer(List<Segment> segments, OutcomeSink sink, String reason) {
    for (Segment segment : segments) {
      reports.deferred(new Unanswered(0, segment.message(), segment.part(), sink), reason);
    }
  }
}
