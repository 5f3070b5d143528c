package io.chasqui.app.messaging;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real broker, a fresh one for each test, and workers on it. */
public final class EmbeddedBroker implements BeforeEachCallback, AfterEachCallback {
  private static final AtomicInteger NEXT = new AtomicInteger(100);
  private static final Logger QUIET = Logger.getLogger("org.apache.activemq");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Clock clock;
  private final AtomicBoolean silentCommits = new AtomicBoolean();
  private final AtomicBoolean lostCommits = new AtomicBoolean();
  private final AtomicBoolean swallowing = new AtomicBoolean();
  private final List<Worker> started = new ArrayList<>();
  private EmbeddedActiveMQ server;
  private ActiveMQConnectionFactory factory;
  private Workers workers;

  public EmbeddedBroker(Clock clock) {
    this.clock = clock;
  }

  public EmbeddedBroker() {
    this(Clock.systemUTC());
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    QUIET.setLevel(Level.SEVERE);
    int id = NEXT.incrementAndGet();
    server = new EmbeddedActiveMQ();
    server.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .addAcceptorConfiguration("in-vm", "vm://" + id));
    server.start();
    factory = new ActiveMQConnectionFactory("vm://" + id + "?callTimeout=1000");
    workers = new TestWorkers();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    started.forEach(Worker::stop);
    started.forEach(worker -> worker.join(PATIENCE));
    factory.close();
    server.stop();
  }

  public Workers workers() {
    return workers;
  }

  public LocalSession session() {
    return workers.session();
  }

  /** The broker goes away. */
  public void goes() throws Exception {
    server.stop();
  }

  /** From now on it does what a commit asks for and does not answer it. */
  public void keepsSilentAboutCommits() {
    Interceptor commits =
        (packet, connection) -> {
          if (((PacketImpl) packet).getType() == PacketImpl.SESS_COMMIT && silentCommits.get()) {
            swallowing.set(true);
          }
          return true;
        };
    Interceptor answers =
        (packet, connection) ->
            ((PacketImpl) packet).getType() != PacketImpl.NULL_RESPONSE
                || !swallowing.compareAndSet(true, false);
    server.getActiveMQServer().getRemotingService().addIncomingInterceptor(commits);
    server.getActiveMQServer().getRemotingService().addOutgoingInterceptor(answers);
    silentCommits.set(true);
  }

  /** From now on it does not get what asks for a commit. */
  public void losesCommits() {
    Interceptor commits =
        (packet, connection) ->
            ((PacketImpl) packet).getType() != PacketImpl.SESS_COMMIT || !lostCommits.get();
    server.getActiveMQServer().getRemotingService().addIncomingInterceptor(commits);
    lostCommits.set(true);
  }

  public void answersCommits() {
    silentCommits.set(false);
    lostCommits.set(false);
  }

  public <T> void send(String queue, BatchCodec<T> codec, List<? extends T> batch) {
    send(queue, codec.encode(batch));
  }

  public void send(String queue, byte[] octets) {
    try (LocalSession session = session()) {
      session.send(queue, octets);
      session.commit();
    }
  }

  /** Takes everything that waits in a queue. */
  public <T> List<T> drain(String queue, BatchCodec<T> codec) {
    List<T> all = new ArrayList<>();
    try (LocalSession session = session();
        EnvelopeReader<T> reader = new EnvelopeReader<>(session, queue, codec)) {
      Optional<List<T>> batch = reader.read(Duration.ZERO);
      while (batch.isPresent()) {
        all.addAll(batch.get());
        batch = reader.read(Duration.ZERO);
      }
      session.commit();
    }
    return all;
  }

  /** How many envelopes wait in a queue, whatever is in them; takes them. */
  public int count(String queue) {
    try (LocalSession session = session()) {
      int count = session.remove(queue, null);
      session.commit();
      return count;
    }
  }

  private final class TestWorkers extends Workers {
    @Override
    public Worker start(String name, Duration rest, Task task) {
      Worker worker = super.start(name, rest, task);
      started.add(worker);
      return worker;
    }

    @Override
    ConnectionFactory broker() {
      return factory;
    }

    @Override
    ThreadFactory threads() {
      return Thread::new;
    }

    @Override
    Clock clock() {
      return clock;
    }
  }
}
