package io.chasqui.app.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A session with transactions of its own, for threads on which no container transaction runs; used
 * by one thread. (Artemis' adapter gives local transactions to the classic API only, not to
 * JMSContext.)
 */
public final class LocalSession implements AutoCloseable {
  private final Connection connection;
  private final Session session;

  /** One for each queue: a producer for any would ask the broker about the queue at every send. */
  private final Map<String, MessageProducer> producers = new HashMap<>();

  /** Whether the transaction under way holds anything. */
  private boolean used;

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

  /**
   * As above, no earlier than {@code delay} from now, with properties for consumers' selectors:
   * texts and numbers.
   */
  public void send(String queue, byte[] octets, Duration delay, Map<String, ?> properties) {
    try {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(octets);
      for (var property : properties.entrySet()) {
        message.setObjectProperty(property.getKey(), property.getValue());
      }
      send(queue, message, delay);
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  /** Sends a message that was received on, as it is. */
  void forward(String queue, Message message) {
    try {
      send(queue, message, Duration.ZERO);
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  private void send(String queue, Message message, Duration delay) throws JMSException {
    MessageProducer producer = producers.get(queue);
    if (producer == null) {
      producer = session.createProducer(session.createQueue(queue));
      producers.put(queue, producer);
    }
    used = true;
    producer.setDeliveryDelay(delay.toMillis());
    producer.send(message);
  }

  /**
   * Takes the messages off a queue, unread, whose property has one of these values.
   *
   * @param values without quotes in them
   * @return how many there were
   */
  public int remove(String queue, String property, Collection<String> values) {
    return remove(
        queue, values.stream().collect(Collectors.joining("','", property + " IN ('", "')")));
  }

  /** Takes all messages that match the selector off a queue, unread; answers how many. */
  public int remove(String queue, String selector) {
    int removed = 0;
    try (Inlet inlet = inlet(queue, selector)) {
      while (inlet.receive(Duration.ZERO).isPresent()) {
        removed++;
      }
    }
    return removed;
  }

  /**
   * Batches that wait in a queue, without taking them; those a consumer has been given are not
   * among them.
   */
  public <T> List<List<T>> browse(String queue, BatchCodec<T> codec) {
    try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
      List<List<T>> batches = new ArrayList<>();
      for (Object message : Collections.list(browser.getEnumeration())) {
        batches.add(codec.decode(Envelopes.octets((Message) message)));
      }
      return batches;
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  /**
   * Reads a queue until it is closed; what was received goes back unless committed.
   *
   * @param selector Jakarta Messaging 3.1, 3.8.1; null = all
   */
  Inlet inlet(String queue, String selector) {
    try {
      return new Inlet(session.createConsumer(session.createQueue(queue), selector));
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  /** Returns after the broker has synced its journal; does nothing when nothing was done. */
  public void commit() {
    if (!used) {
      return;
    }
    try {
      session.commit();
      used = false;
    } catch (JMSException e) {
      throw Envelopes.unchecked(e);
    }
  }

  /** What was not committed is undone. */
  @Override
  public void close() {
    try {
      if (used) {
        // By hand: a session goes back to the pool with its transaction open.
        session.rollback();
      }
    } catch (JMSException alreadyGone) {
      // the broker undoes what a lost session has left
    }
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
  final class Inlet implements AutoCloseable {
    private final MessageConsumer consumer;

    private Inlet(MessageConsumer consumer) {
      this.consumer = consumer;
    }

    /** The next message; empty when none came in time, to the millisecond. */
    Optional<Message> receive(Duration patience) {
      try {
        long millis = patience.toMillis();
        // For JMS a time-out of 0 is none at all.
        Message message = millis > 0 ? consumer.receive(millis) : consumer.receiveNoWait();
        used |= message != null;
        return Optional.ofNullable(message);
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
