package io.chasqui.smpp.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * One connection that speaks SMPP, whichever side we are. Safe for use by several threads; nothing
 * here waits. The protocol above it decides what is said; the wire answers enquire_link and unbind
 * and refuses what is no SMPP.
 */
public final class WireSession {
  private static final Logger LOG = System.getLogger(WireSession.class.getName());

  /** For what was still to be written when a session ends. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Channel channel;
  private final InetSocketAddress peer;
  private final Runnable onBound;
  private final LongSupplier nanos;
  private final WireLimits limits;
  private final Reading reading;
  private final Patience patience;
  private final WriteQueue writes;
  private final SequenceNumbers sequences = new SequenceNumbers();
  private final AtomicReference<String> end = new AtomicReference<>();
  private boolean slowed;
  private volatile WireTap tap = WireTap.NONE;
  private volatile boolean bound;
  private volatile long lastRead;

  WireSession(Channel channel, InetSocketAddress peer, Runnable onBound, Wire wire) {
    this.channel = channel;
    this.peer = peer;
    this.onBound = onBound;
    this.nanos = wire.nanos();
    this.limits = wire.limits();
    this.reading = new Reading(channel);
    this.patience = new Patience(limits.noise(), nanos.getAsLong());
    this.writes = new WriteQueue(channel, reading, limits.pause(), nanos);
    this.lastRead = nanos.getAsLong();
  }

  /** A PDU was read. */
  void heard(Pdu pdu) {
    lastRead = nanos.getAsLong();
    tap.read(pdu);
  }

  /**
   * What was just read led to nothing: it was an enquiry, was refused, or answered nothing. A peer
   * that says a lot of that is read more slowly. On the event loop only.
   */
  public void noise() {
    patience.spend(nanos.getAsLong());
    if (!reading.isStopped(Reading.Stop.NOISE)) {
      readOrRest();
      tellOnce();
    }
  }

  private void tellOnce() {
    if (!slowed && reading.isStopped(Reading.Stop.NOISE)) {
      slowed = true;
      LOG.log(
          Level.INFO,
          "{0}: says more than {1} PDUs a second that lead to nothing, it is read more slowly",
          peer,
          limits.noise());
    }
  }

  private void readOrRest() {
    Duration rest = patience.rest(nanos.getAsLong());
    if (rest.isZero()) {
      reading.resume(Reading.Stop.NOISE);
    } else {
      reading.stop(Reading.Stop.NOISE);
      channel.eventLoop().schedule(this::readOrRest, rest.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** The socket takes more. */
  void writable() {
    writes.drainSoon();
  }

  /** Why it ended, once it has. */
  Optional<String> end() {
    return Optional.ofNullable(end.get());
  }

  /** Called once a second. */
  void watch() {
    if (writes.stalled(nanos.getAsLong()) >= limits.stall().toNanos()) {
      close("the peer has read nothing for %d s".formatted(limits.stall().toSeconds()));
    }
  }

  /** The peer's address; behind a proxy that tells it, the one told. */
  public InetSocketAddress peer() {
    return peer;
  }

  /** Shows every PDU from now on to the tap, in place of the one before. */
  public void tap(WireTap by) {
    tap = by;
  }

  /** 1 to 0x7FFFFFFF, then 1 again. */
  public int nextSequence() {
    return sequences.next();
  }

  /** Hands a PDU to the event loop, in order with the others of this thread; lost once closed. */
  public void write(Pdu pdu) {
    if (end.get() == null) {
      tap.written(pdu);
      writes.add(pdu.octets());
      if (writes.size() > limits.cut()) {
        close("the peer does not read: more than %d octets wait".formatted(limits.cut()));
      }
    }
  }

  public void write(List<Pdu> pdus) {
    pdus.forEach(this::write);
  }

  /** An enquire_link; its answer shows in {@link #lastRead}. */
  public void enquire() {
    write(Pdu.of(CommandId.ENQUIRE_LINK, CommandStatus.OK, nextSequence()));
  }

  /** Asks to end the session; it closes when the peer has answered. */
  public void requestUnbind() {
    write(Pdu.of(CommandId.UNBIND, CommandStatus.OK, nextSequence()));
  }

  /** Answers the peer's unbind and closes. */
  public void endUnbound(Pdu unbind) {
    write(Pdu.of(CommandId.UNBIND_RESP, CommandStatus.OK, unbind.sequence()));
    closeAfterWriting("the peer unbound");
  }

  /** generic_nack (SMPP 3.4, 4.3). */
  public void nack(int status, int sequence) {
    write(Pdu.of(CommandId.GENERIC_NACK, status, sequence));
  }

  /**
   * The bind has succeeded: long PDUs may come from now on, and no bind is waited for any more.
   * Call it before the bind's answer is written, or when it is read.
   */
  public void bound() {
    bound = true;
    onBound.run();
  }

  public boolean isBound() {
    return bound;
  }

  /** When the peer was last heard of, by the wire's clock. */
  public long lastRead() {
    return lastRead;
  }

  /** Octets written here which the peer has not taken yet. */
  public long unread() {
    return writes.size();
  }

  /** Whether the end has begun. */
  public boolean isClosed() {
    return end.get() != null;
  }

  /**
   * Closes at once, from any thread; what was not written is dropped.
   *
   * @param reason in the operator's words; the first one given counts
   */
  public void close(String reason) {
    end.compareAndSet(null, reason);
    channel.close();
  }

  /** Closes when what has been written has left, or after a second. */
  public void closeAfterWriting(String reason) {
    if (end.compareAndSet(null, reason)) {
      closeWhenWritten();
    }
  }

  private void closeWhenWritten() {
    try {
      channel.eventLoop().execute(this::flushAndClose);
      channel
          .eventLoop()
          .schedule(() -> channel.close(), LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      channel.close();
    }
  }

  /** Behind the queue's own task, so that it has been drained as far as the socket takes it. */
  private void flushAndClose() {
    if (writes.size() == 0) {
      channel.close();
    } else {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(last -> closeUnlessMoreWaits());
    }
  }

  private void closeUnlessMoreWaits() {
    if (writes.size() == 0) {
      channel.close();
    }
  }
}
