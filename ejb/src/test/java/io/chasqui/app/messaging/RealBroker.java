package io.chasqui.app.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Artemis in memory, one for all tests of this module's JVM. */
public final class RealBroker {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static ConnectionFactory shared;

  private RealBroker() {}

  public static synchronized ConnectionFactory factory() {
    if (shared == null) {
      start();
      shared = new ActiveMQConnectionFactory("vm://7");
    }
    return shared;
  }

  /** The use cases' way to it. */
  public static Broker broker() {
    Broker broker = new Broker();
    broker.factory = factory();
    return broker;
  }

  /** Takes items off a queue, waiting until as many as are expected have come. */
  public static <T> List<T> take(String queue, BatchCodec<T> codec, int expected) {
    List<T> items = new ArrayList<>();
    while (items.size() < expected) {
      items.addAll(codec.decode(next(queue)));
    }
    return items;
  }

  /** The octets of a queue's next message, waited for. */
  public static byte[] next(String queue) {
    return receive(queue, PATIENCE)
        .orElseThrow(() -> new AssertionError(queue + " has nothing for us"));
  }

  /** Whether a queue has nothing for a consumer now. */
  public static boolean isEmpty(String queue) {
    return receive(queue, Duration.ZERO).isEmpty();
  }

  private static Optional<byte[]> receive(String queue, Duration patience) {
    try (JMSContext context = factory().createContext();
        JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
      Message message =
          patience.isZero() ? consumer.receiveNoWait() : consumer.receive(patience.toMillis());
      return Optional.ofNullable(message).map(Envelopes::octets);
    }
  }

  private static void start() {
    try {
      EmbeddedActiveMQ server = new EmbeddedActiveMQ();
      server.setConfiguration(configuration());
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Configuration configuration() throws Exception {
    return new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .addAcceptorConfiguration("vm", "vm://7")
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false));
  }
}
