package io.chasqui.smpp.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The submits of one session that wait for an answer. A submit is reserved a place, then written,
 * then answered; or overdue, when its place is free again and a late answer is still understood.
 */
final class Window {
  /** How long an answer may be late; SMSCs under load have been seen to take minutes. */
  private static final Duration LATE_ANSWERS = Duration.ofMinutes(10);

  private record Written(Unanswered submit, long at) {}

  /**
   * A submit and its answer, together again.
   *
   * @param writtenAt by the clock of {@link #write}
   * @param late whether its place had been given up
   */
  record Answered(Unanswered submit, long writtenAt, boolean late) {}

  private final int size;
  private final Map<Integer, Unanswered> reserved = new LinkedHashMap<>();
  private final Map<Integer, Written> written = new LinkedHashMap<>();
  private final Map<Integer, Written> overdue = new LinkedHashMap<>();
  private int beingTold;
  private boolean closed;

  Window(int size) {
    this.size = size;
  }

  synchronized int free() {
    return closed ? 0 : size - inFlight();
  }

  synchronized int inFlight() {
    return reserved.size() + written.size() + beingTold;
  }

  /** False when there is no place. */
  synchronized boolean reserve(Unanswered submit) {
    if (free() < 1) {
      return false;
    }
    reserved.put(submit.sequence(), submit);
    return true;
  }

  /** Called right before the write; those still reserved are the ones to write. */
  synchronized boolean write(Collection<Unanswered> batch, long now) {
    for (Unanswered submit : batch) {
      reserved.remove(submit.sequence());
      if (!closed) {
        written.put(submit.sequence(), new Written(submit, now));
      }
    }
    return !closed;
  }

  /**
   * Whose answer it is; empty for an answer nobody waits for. Its place is free when it is {@link
   * #told}.
   */
  synchronized Optional<Answered> answered(int sequence) {
    Written inTime = written.remove(sequence);
    Written submit = inTime == null ? overdue.remove(sequence) : inTime;
    beingTold += inTime == null ? 0 : 1;
    return Optional.ofNullable(submit)
        .map(one -> new Answered(one.submit(), one.at(), inTime == null));
  }

  synchronized void told(Answered answered) {
    beingTold -= answered.late() ? 0 : 1;
  }

  /** Those that have just become overdue; forgets the ones that are so for too long. */
  synchronized List<Unanswered> sweep(long now, Duration timeout) {
    List<Written> late = takeOlder(written, now, timeout);
    late.forEach(one -> overdue.put(one.submit().sequence(), one));
    takeOlder(overdue, now, timeout.plus(LATE_ANSWERS));
    return late.stream().map(Written::submit).toList();
  }

  /** In the order of writing, so the eldest come first. */
  private static List<Written> takeOlder(Map<Integer, Written> from, long now, Duration age) {
    List<Written> older = new ArrayList<>();
    var each = from.values().iterator();
    while (each.hasNext()) {
      Written one = each.next();
      if (now - one.at() < age.toNanos()) {
        break;
      }
      each.remove();
      older.add(one);
    }
    return older;
  }

  /** No more answers will come. Returns the submits written and without an outcome. */
  synchronized List<Unanswered> close() {
    closed = true;
    List<Unanswered> lost = written.values().stream().map(Written::submit).toList();
    written.clear();
    overdue.clear();
    return lost;
  }
}
