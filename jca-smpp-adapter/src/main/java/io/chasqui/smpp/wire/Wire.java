package io.chasqui.smpp.wire;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The event loops all sessions share, and the two ways to a session: connecting and listening. Each
 * loop keeps one of the threads given until {@link #stop}.
 */
public final class Wire {
  private final EventLoopGroup loops;
  private final Executor threads;
  private final LongSupplier nanos;
  private final WireLimits limits;

  /**
   * @param count of event loops, 1 or more; one carries some 100 000 PDUs a second
   * @param threads run the loops, and what may block: names, key files, handshakes
   * @param nanos a monotonic clock
   */
  public Wire(int count, Executor threads, LongSupplier nanos, WireLimits limits) {
    this.loops = new NioEventLoopGroup(count, threads);
    this.threads = threads;
    this.nanos = nanos;
    this.limits = limits;
  }

  /**
   * Connects, with TLS when asked; returns at once.
   *
   * @return the open session, before its first PDU; fails with an {@link IOException} in the
   *     operator's words. Cancelling it gives the attempt up.
   */
  public CompletableFuture<WireSession> connect(WireTarget target, WireListener listener) {
    return new Connecting(this, target, listener).start();
  }

  /**
   * Listens until the server is closed.
   *
   * @throws IOException when the address cannot be had or the key files cannot be read
   */
  public WireServer listen(ServerSettings settings, ServerSessionListener listener)
      throws IOException {
    return WireServer.start(this, settings, listener);
  }

  /** Closes every session and gives the threads back, within the time given. */
  public void stop(Duration within) {
    loops.shutdownGracefully(0, within.toMillis() / 2, TimeUnit.MILLISECONDS);
    try {
      loops.terminationFuture().await(within.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  EventLoopGroup loops() {
    return loops;
  }

  Executor threads() {
    return threads;
  }

  LongSupplier nanos() {
    return nanos;
  }

  WireLimits limits() {
    return limits;
  }
}
