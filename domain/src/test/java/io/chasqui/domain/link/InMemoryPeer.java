package io.chasqui.domain.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The far end of links in memory: answers, holds its answers back, or is away. */
public final class InMemoryPeer {
  private enum Mood {
    ANSWERING,
    HOLDING,
    AWAY
  }

  private final List<String> received = new ArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private Mood mood = Mood.ANSWERING;
  private final Queue<Integer> refusals = new ArrayDeque<>();
  private int named;

  public synchronized void answers() {
    mood = Mood.ANSWERING;
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  public synchronized void holds() {
    mood = Mood.HOLDING;
  }

  public synchronized void goes() {
    mood = Mood.AWAY;
    held.clear();
  }

  public synchronized boolean isThere() {
    return mood != Mood.AWAY;
  }

  /** The next submits, in turn, are answered with these statuses; 0 = taken. */
  public synchronized void refuses(Integer... statuses) {
    refusals.addAll(List.of(statuses));
  }

  /** The texts of what has arrived, in order. */
  public synchronized List<String> received() {
    return List.copyOf(received);
  }

  /**
   * Takes a segment; {@code answer} hears the name it was given, or the status it is refused with.
   */
  synchronized void take(Segment segment, Consumer<String> answer, IntConsumer refusal) {
    int status = refusals.isEmpty() ? 0 : refusals.remove();
    if (status != 0) {
      refusal.accept(status);
      return;
    }
    received.add(new String(segment.userData(), StandardCharsets.ISO_8859_1));
    String name = "peer-" + ++named;
    if (mood == Mood.ANSWERING) {
      answer.accept(name);
    } else if (mood == Mood.HOLDING) {
      held.add(() -> answer.accept(name));
    }
  }
}
