package io.chasqui.smpp.esme;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/** What one session has submitted and nobody has taken yet; guarded by its {@link SubmitLine}. */
final class Mailbox {

  /** One batch of a session at a time, so that its submits keep their order. */
  enum State {
    EMPTY,
    READY,
    BEING_TAKEN
  }

  private final Queue<Submission> waiting = new ArrayDeque<>();
  private State state = State.EMPTY;

  /** Whether it has become ready by this. */
  boolean add(Submission submission) {
    waiting.add(submission);
    boolean first = state == State.EMPTY;
    state = first ? State.READY : state;
    return first;
  }

  /**
   * Moves submissions to the batch.
   *
   * @param most messages; one submit_multi may exceed it
   * @return how many messages were moved
   */
  int take(int most, Collection<Submission> into) {
    state = State.BEING_TAKEN;
    int messages = 0;
    while (messages < most && !waiting.isEmpty()) {
      Submission next = waiting.remove();
      messages += next.messages();
      into.add(next);
    }
    return messages;
  }

  /** What was taken has been answered; whether there is more. */
  boolean taken() {
    state = waiting.isEmpty() ? State.EMPTY : State.READY;
    return state == State.READY;
  }

  /** The session has ended: nobody would hear the answers, so the submits are not done. */
  Collection<Submission> clear() {
    Collection<Submission> dropped = new ArrayDeque<>(waiting);
    waiting.clear();
    return dropped;
  }
}
