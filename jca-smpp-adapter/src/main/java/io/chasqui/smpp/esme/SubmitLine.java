package io.chasqui.smpp.esme;

import io.chasqui.smpp.wire.Pdu;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/**
 * What all sessions have submitted and the application has not taken yet. It leaves in batches of
 * what has arrived, some at once; sessions take turns, and each one's submits keep their order.
 */
final class SubmitLine {
  private static final int WORKERS = 4;

  /** Messages. */
  private static final int BATCH = 200;

  /** Messages of one session in one batch, so that a busy one leaves room for the others. */
  private static final int TURN = 50;

  /** Messages. */
  private static final int CAPACITY = 20_000;

  private static final long OCTETS = 64L << 20;

  private final EsmeSurroundings around;
  private final SubmitBatch application;
  private final Queue<Mailbox> ready = new ArrayDeque<>();
  private int workers;
  private int count;
  private long octets;

  SubmitLine(EsmeSurroundings around) {
    this.around = around;
    this.application = new SubmitBatch(around.listener());
  }

  /** Never waits; false when there is no room, or nobody to work. */
  boolean offer(Submission submission) {
    if (!add(submission)) {
      return false;
    }
    if (hire()) {
      start(submission.esme());
    }
    return true;
  }

  private synchronized boolean add(Submission submission) {
    if (count >= CAPACITY || octets + submission.octets() > OCTETS) {
      return false;
    }
    count += submission.messages();
    octets += submission.octets();
    Mailbox mailbox = submission.esme().mailbox();
    if (mailbox.add(submission)) {
      ready.add(mailbox);
    }
    return true;
  }

  private synchronized boolean hire() {
    boolean needed = !ready.isEmpty() && workers < WORKERS;
    workers += needed ? 1 : 0;
    return needed;
  }

  private void start(BoundEsme esme) {
    try {
      around.works().execute(this::work);
    } catch (RejectedExecutionException e) {
      dismiss();
      esme.cut("the gateway stops");
    }
  }

  private synchronized void dismiss() {
    workers--;
  }

  private void work() {
    boolean left = false;
    try {
      List<Submission> batch = take();
      while (!batch.isEmpty()) {
        answer(batch);
        batch = take();
      }
      left = true;
    } finally {
      if (!left) {
        dismiss(); // whatever ended it, the next submit gets a worker
      }
    }
  }

  /** Empty, and the worker's leave, when nothing waits. */
  private synchronized List<Submission> take() {
    List<Submission> batch = new ArrayList<>();
    int messages = 0;
    while (!ready.isEmpty() && messages < BATCH) {
      messages += ready.remove().take(Math.min(TURN, BATCH - messages), batch);
    }
    workers -= batch.isEmpty() ? 1 : 0;
    return batch;
  }

  private void answer(List<Submission> batch) {
    Map<BoundEsme, List<Pdu>> answers = new LinkedHashMap<>();
    try {
      List<Pdu> each = application.answers(batch);
      for (int i = 0; i < batch.size(); i++) {
        answers.computeIfAbsent(batch.get(i).esme(), esme -> new ArrayList<>()).add(each.get(i));
      }
    } finally {
      taken(batch);
    }
    answers.forEach(BoundEsme::answer);
  }

  private synchronized void taken(List<Submission> batch) {
    forget(batch);
    batch.stream()
        .map(one -> one.esme().mailbox())
        .distinct()
        .filter(Mailbox::taken)
        .forEach(ready::add);
  }

  private void forget(Collection<Submission> gone) {
    count -= gone.stream().mapToInt(Submission::messages).sum();
    octets -= gone.stream().mapToLong(Submission::octets).sum();
  }

  /** Drops what a session that has ended had submitted: nobody would hear the answers. */
  synchronized void drop(Mailbox mailbox) {
    forget(mailbox.clear());
  }

  synchronized boolean isEmpty() {
    return count == 0;
  }
}
