package io.chasqui.domain.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Links without a wire, for tests of what stands on the ports. All of them share one peer. */
public final class InMemoryLinks implements LinkConnectionFactory, AutoCloseable {
  private static final Executor OWN_THREAD = work -> new Thread(work).start();

  private final Map<ConnectorId, InMemoryLink> open = new ConcurrentHashMap<>();
  private final InMemoryPeer peer = new InMemoryPeer();
  private volatile LinkListener listener = batch -> {};

  public InMemoryPeer peer() {
    return peer;
  }

  public void listen(LinkListener listener) {
    this.listener = listener;
  }

  /** The peer goes away: bound sessions end. */
  public void lose() {
    peer.goes();
    open.values().forEach(link -> link.lose("the peer went away"));
  }

  /** Brings an event in; whether the listener took it. */
  public CompletableFuture<Boolean> deliver(LinkEvent event) {
    return CompletableFuture.supplyAsync(() -> take(event), open.get(event.connector()).inbound());
  }

  private boolean take(LinkEvent event) {
    try {
      listener.onEvents(List.of(event));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public LinkConnection getConnection() {
    return new Handle();
  }

  @Override
  public void close() {
    open.values().forEach(link -> link.stop(Duration.ZERO));
  }

  private final class Handle implements LinkConnection {
    private volatile boolean closed;

    @Override
    public void open(LinkSettings settings) {
      Optional<InMemoryLink> before = link(settings.id());
      if (before.filter(link -> link.settings().equals(settings)).isEmpty()) {
        stop(settings.id(), Duration.ZERO);
        open.put(settings.id(), new InMemoryLink(settings, peer));
      }
    }

    @Override
    public void stop(Collection<ConnectorId> ids, Duration grace) {
      ids.stream()
          .map(this::link)
          .flatMap(Optional::stream)
          .map(link -> CompletableFuture.runAsync(() -> link.stop(grace), OWN_THREAD))
          .toList()
          .forEach(CompletableFuture::join);
      open.keySet().removeAll(ids);
    }

    @Override
    public LinkStatus status(ConnectorId id) {
      return link(id).map(InMemoryLink::status).orElse(LinkStatus.stopped(Instant.now()));
    }

    @Override
    public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
      Optional<InMemoryLink> link = link(id);
      return link.isPresent() ? link.get().awaitCapacity(patience) : 0;
    }

    @Override
    public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
      link(id).ifPresentOrElse(link -> link.submit(segments, sink), () -> deferAll(segments, sink));
    }

    private static void deferAll(List<Segment> segments, OutcomeSink sink) {
      for (Segment one : segments) {
        sink.accept(
            new SubmitOutcome.Deferred(one.message(), one.part(), Instant.now(), 0, "not open"));
      }
    }

    private Optional<InMemoryLink> link(ConnectorId id) {
      if (closed) {
        throw new LinkUnavailableException("the connection is closed", null);
      }
      return Optional.ofNullable(open.get(id));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
