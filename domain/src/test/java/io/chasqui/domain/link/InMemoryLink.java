package io.chasqui.domain.link;

import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.link.SubmitOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One link in memory. */
final class InMemoryLink {
  private static final long POLL_MILLIS = 5;

  private final LinkSettings settings;
  private final InMemoryPeer peer;
  private final Instant opened = Instant.now();
  private final Map<Segment, OutcomeSink> unanswered = new ConcurrentHashMap<>();
  private final ExecutorService inbound = Executors.newSingleThreadExecutor();
  private volatile boolean stopping;

  InMemoryLink(LinkSettings settings, InMemoryPeer peer) {
    this.settings = settings;
    this.peer = peer;
  }

  LinkSettings settings() {
    return settings;
  }

  ExecutorService inbound() {
    return inbound;
  }

  LinkStatus status() {
    boolean bound = peer.isThere();
    LinkState state = stopping ? LinkState.STOPPED : bound ? LinkState.BOUND : LinkState.RETRYING;
    String detail = bound ? "" : "the peer is away; next attempt when it is back";
    return new LinkStatus(state, detail, bound ? 1 : 0, unanswered.size(), opened);
  }

  int capacity() {
    return stopping || !peer.isThere() ? 0 : window() - unanswered.size();
  }

  private int window() {
    return settings instanceof SmppLinkSettings smpp ? smpp.window() : 1;
  }

  int awaitCapacity(Duration patience) throws InterruptedException {
    awaitThat(() -> capacity() > 0, patience);
    return Math.max(0, capacity());
  }

  synchronized void submit(List<Segment> segments, OutcomeSink sink) {
    for (Segment segment : segments) {
      if (capacity() > 0) {
        unanswered.put(segment, sink);
        peer.take(segment, name -> answered(segment, name), status -> refused(segment, status));
      } else {
        tell(sink, new Deferred(segment.message(), segment.part(), Instant.now(), 0, "no place"));
      }
    }
  }

  private void answered(Segment segment, String name) {
    settle(segment, new Accepted(segment.message(), segment.part(), Instant.now(), name));
  }

  private void refused(Segment segment, int status) {
    settle(
        segment, new Deferred(segment.message(), segment.part(), Instant.now(), status, "refused"));
  }

  /** Its place is free only when its outcome has been told. */
  private void settle(Segment segment, SubmitOutcome outcome) {
    OutcomeSink sink = unanswered.get(segment);
    if (sink != null) {
      tell(sink, outcome);
      unanswered.remove(segment);
    }
  }

  void lose(String reason) {
    for (Segment segment : new ArrayList<>(unanswered.keySet())) {
      OutcomeSink sink = unanswered.remove(segment);
      if (sink != null) {
        tell(sink, new Unknown(segment.message(), segment.part(), Instant.now(), reason));
      }
    }
  }

  void stop(Duration grace) {
    stopping = true;
    try {
      awaitThat(unanswered::isEmpty, grace);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lose("stopped before the answer");
    inbound.shutdown();
  }

  private interface Condition {
    boolean holds();
  }

  private synchronized void awaitThat(Condition condition, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.holds() && System.nanoTime() - deadline < 0) {
      wait(POLL_MILLIS);
    }
  }

  private static void tell(OutcomeSink sink, SubmitOutcome outcome) {
    try {
      sink.accept(outcome);
    } catch (RuntimeException e) {
      // As a real link does: the next sink is not harmed.
    }
  }
}
