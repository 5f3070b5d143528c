package io.chasqui.app.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A session with transactions of its own, for threads on which no container transaction runs; used
 * by one thread. (Artemis' adapter gives local transactions to the classic API only, not to
 * JMSContext.)
 */
public final class LocalSession implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  /**
   * @throws JMSRuntimeException when the broker cannot be reached; every other method does so as
   *     well
   */
  public LocalSession(ConnectionFactory factory) {
    Connection opened = null;
    try {
      opened = factory.createConnection();
      connection = opened;
      session = connection.createSession(true, Session.SESSION_TRANSACTED);
      producer = session.createProducer(null);
      connection.start();
    } catch (JMSException e) {
      closeQuietly(opened);
      throw Envelopes.unchecked(e);
    }
  }

  /** To be seen by its consumer after the commit. */
  public void send(String queue, byte[] octets) {
    send(queue, octets, Duration.ZERO, Map.of());
  }

  /** As above, no earlier than {@code delay} from now, with properties for consumers' selectors. */
  public void send(String queue, byte[] octets, Duration delay, Map<String, String> properties) {
    try {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(octets);
      for (var property : properties.entrySet()) {
        message.setStringProperty(property.getKey(), property.getValue());
      }
      producer.setDeliveryDelay(delay.toMillis());
      producer.send(session.createQueue(queue), message);
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  /** Reads a queue until it is closed; what was received goes back unless committed. */
  public Inlet inlet(String queue) {
    return inlet(queue, null);
  }

  /** As above, only messages that match the selector (Jakarta Messaging 3.1, 3.8.1). */
  public Inlet inlet(String queue, String selector) {
    try {
      return new Inlet(session.createConsumer(session.createQueue(queue), selector));
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  public void commit() {
    try {
      session.commit();
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  @Override
  public void close() {
    closeQuietly(connection);
  }

  private static void closeQuietly(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (JMSException alreadyGone) {
      // closing is all that was wanted
    }
  }

  /** A queue being read. */
  public static final class Inlet implements AutoCloseable {
    private final MessageConsumer consumer;

    private Inlet(MessageConsumer consumer) {
      this.consumer = consumer;
    }

    /** The next message's octets; empty when none came in time. */
    public Optional<byte[]> receive(Duration patience) {
      try {
        Message message =
            patience.isZero() ? consumer.receiveNoWait() : consumer.receive(patience.toMillis());
        return Optional.ofNullable(message).map(Envelopes::octets);
      } catch (JMSException e) {
        throw Envelopes.unchecked(e);
      }
    }

    @Override
    public void close() {
      try {
        consumer.close();
      } catch (JMSException e) {
        throw Envelopes.unchecked(e);
      }
    }
  }
}
