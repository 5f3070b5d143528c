package io.chasqui.app.messaging;

import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads a queue's batches. What nobody can read is put aside, whole, and the next one is read; so a
 * reader commits at the end of its turn even when it was given nothing.
 */
public final class EnvelopeReader<T> implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.broker");

  private final LocalSession session;
  private final String queue;
  private final BatchCodec<T> codec;
  private final LocalSession.Inlet inlet;

  public EnvelopeReader(LocalSession session, String queue, BatchCodec<T> codec) {
    this(session, queue, codec, null);
  }

  /** As above, only messages that match the selector (Jakarta Messaging 3.1, 3.8.1). */
  EnvelopeReader(LocalSession session, String queue, BatchCodec<T> codec, String selector) {
    this.session = session;
    this.queue = queue;
    this.codec = codec;
    this.inlet = session.inlet(queue, selector);
  }

  /** The next batch that can be read; empty when none came in time. */
  public Optional<List<T>> read(Duration patience) {
    Optional<Message> message = inlet.receive(patience);
    while (message.isPresent()) {
      Optional<List<T>> batch = decode(message.get());
      if (batch.isPresent()) {
        return batch;
      }
      message = inlet.receive(Duration.ZERO);
    }
    return Optional.empty();
  }

  private Optional<List<T>> decode(Message message) {
    try {
      return Optional.of(codec.decode(Envelopes.octets(message)));
    } catch (UnreadableEnvelopeException e) {
      LOG.log(
          System.Logger.Level.ERROR, queue + ": an envelope nobody can read, to " + Queues.DEAD, e);
      session.forward(Queues.DEAD, message);
      return Optional.empty();
    }
  }

  /** What was received and not committed stays in the transaction; what waits is for others. */
  @Override
  public void close() {
    inlet.close();
  }
}
