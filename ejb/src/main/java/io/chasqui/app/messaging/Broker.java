package io.chasqui.app.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Sending within the container's transaction: what a consumer sends leaves with what it took. */
@ApplicationScoped
public class Broker {
  private static final System.Logger LOG = System.getLogger("io.chasqui.broker");

  @Resource(lookup = "java:app/jms/chasqui")
  private ConnectionFactory factory;

  /** Sends a batch; nothing for an empty one. */
  public <T> void send(String queue, BatchCodec<T> codec, List<? extends T> batch) {
    send(queue, codec, batch, Duration.ZERO);
  }

  /** As above, to be seen no earlier than {@code delay} from now. */
  public <T> void send(String queue, BatchCodec<T> codec, List<? extends T> batch, Duration delay) {
    if (batch.isEmpty()) {
      return;
    }
    try (JMSContext context = factory.createContext()) {
      Envelopes.send(context, queue, codec.encode(batch), delay);
    }
  }

  /**
   * Hands the decoded batch to {@code consumer}. What nobody can read is put aside, whole, instead
   * of coming back for ever.
   */
  public <T> void receive(Message message, BatchCodec<T> codec, Consumer<List<T>> consumer) {
    List<T> batch;
    byte[] octets = Envelopes.octets(message);
    try {
      batch = codec.decode(octets);
    } catch (UnreadableEnvelopeException e) {
      LOG.log(System.Logger.Level.ERROR, "broker: an envelope goes to " + Queues.DEAD, e);
      try (JMSContext context = factory.createContext()) {
        Envelopes.send(context, Queues.DEAD, octets, Duration.ZERO);
      }
      return;
    }
    consumer.accept(batch);
  }
}
