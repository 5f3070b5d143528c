package io.chasqui.smpp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * PDUs on their way to the socket. Those of one turn of the event loop leave in one write and one
 * flush, whoever added them; beyond the socket's appetite they wait here.
 */
final class WriteQueue {
  /** What is copied together for one write. */
  private static final int CHUNK = 32 * 1024;

  private final Channel channel;
  private final Reading reading;
  private final LongSupplier nanos;
  private final long pause;
  private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong octets = new AtomicLong();
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile long progress;

  /**
   * @param pause octets unwritten beyond which nothing more is read of the peer
   */
  WriteQueue(Channel channel, Reading reading, long pause, LongSupplier nanos) {
    this.channel = channel;
    this.reading = reading;
    this.pause = pause;
    this.nanos = nanos;
    this.progress = nanos.getAsLong();
  }

  void add(byte[] pdu) {
    if (octets.getAndAdd(pdu.length) == 0) {
      progress = nanos.getAsLong();
    }
    waiting.add(pdu);
    drainSoon();
  }

  /** Octets the peer has not taken yet. */
  long size() {
    return octets.get();
  }

  /** Since when the peer has taken nothing, while there is something to take. */
  long stalled(long now) {
    return octets.get() == 0 ? 0 : now - progress;
  }

  void drainSoon() {
    if (due.compareAndSet(false, true)) {
      try {
        channel.eventLoop().execute(this::drain);
      } catch (RejectedExecutionException e) {
        // The loops are stopped, so the channel is closed.
      }
    }
  }

  private void drain() {
    due.set(false);
    while (!waiting.isEmpty() && channel.isWritable()) {
      ByteBuf chunk = nextChunk();
      int length = chunk.readableBytes();
      channel.write(chunk).addListener(written -> onWritten((ChannelFuture) written, length));
    }
    channel.flush();
    readWhileThePeerReads();
  }

  private void readWhileThePeerReads() {
    if (octets.get() > pause) {
      reading.stop(Reading.Stop.UNREAD);
    } else if (reading.isStopped(Reading.Stop.UNREAD)) {
      reading.resume(Reading.Stop.UNREAD);
    }
  }

  private ByteBuf nextChunk() {
    ByteBuf chunk = channel.alloc().directBuffer((int) Math.min(CHUNK, octets.get()));
    byte[] next = waiting.peek();
    while (next != null && chunk.readableBytes() < CHUNK) {
      chunk.writeBytes(waiting.remove());
      next = waiting.peek();
    }
    return chunk;
  }

  private void onWritten(ChannelFuture written, int length) {
    octets.addAndGet(-length);
    if (written.isSuccess()) {
      progress = nanos.getAsLong();
    }
    readWhileThePeerReads();
  }
}
