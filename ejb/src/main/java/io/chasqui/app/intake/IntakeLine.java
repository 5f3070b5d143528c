package io.chasqui.app.intake;

import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The group commit of the intake: what arrives while one batch is being synced to the broker's
 * journal makes the next batch. A lone message waits for nobody.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntakeLine {
  private static final System.Logger LOG = System.getLogger("io.chasqui.intake");
  private static final int CAPACITY = 5_000;
  private static final int BATCH = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private record Waiting(OutgoingMessage message, CompletableFuture<Void> durable) {}

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);

  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  @Resource private ManagedThreadFactory threads;

  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread worker;

  @PostConstruct
  void start() {
    worker = threads.newThread(this::run);
    worker.setName("chasqui-intake");
    worker.start();
  }

  public void onStopping(@Observes @Priority(GatewayStopping.INTAKE) GatewayStopping event) {
    stop();
  }

  /** Takes no more, finishes what was taken. */
  @PreDestroy
  void stop() {
    stopping.countDown();
    try {
      worker.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns once the message is durable.
   *
   * @throws IntakeBusyException when it is not and will not be
   */
  public void put(OutgoingMessage message) {
    Waiting waiting = new Waiting(message, new CompletableFuture<>());
    if (!isOpen()) {
      throw new IntakeBusyException("the gateway is stopping", Duration.ofSeconds(10), null);
    }
    if (!queue.offer(waiting)) {
      throw new IntakeBusyException("the intake is full", Duration.ofSeconds(1), null);
    }
    await(waiting);
  }

  private void await(Waiting waiting) {
    try {
      waiting.durable.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IntakeBusyException("the broker is not available", Duration.ofSeconds(5), e);
    } catch (TimeoutException e) {
      // Out of the queue it can no longer become durable behind the client's back.
      if (queue.remove(waiting)) {
        throw new IntakeBusyException("the broker is slow", Duration.ofSeconds(5), e);
      }
      awaitTheSend(waiting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IntakeBusyException("the gateway is stopping", Duration.ofSeconds(10), e);
    }
  }

  private void awaitTheSend(Waiting waiting) {
    try {
      waiting.durable.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IntakeBusyException("the broker is not available", Duration.ofSeconds(5), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IntakeBusyException("the gateway is stopping", Duration.ofSeconds(10), e);
    }
  }

  private boolean isOpen() {
    return stopping.getCount() > 0;
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    while (isOpen() || !queue.isEmpty()) {
      try (LocalSession session = new LocalSession(broker)) {
        while (isOpen() || !queue.isEmpty()) {
          batch.clear();
          take(batch);
          send(session, batch);
        }
      } catch (JMSRuntimeException e) {
        refuse(batch, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** With the broker gone, whoever waits is told so at once rather than after the time-out. */
  private void refuse(List<Waiting> batch, JMSRuntimeException cause) {
    LOG.log(System.Logger.Level.WARNING, "intake: the broker refused a batch", cause);
    queue.drainTo(batch);
    batch.forEach(waiting -> waiting.durable.completeExceptionally(cause));
    try {
      stopping.await(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(List<Waiting> batch) throws InterruptedException {
    Waiting first = queue.poll(500, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
  }

  private static void send(LocalSession session, List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    session.send(
        Queues.SUBMISSIONS,
        OutgoingCodec.INSTANCE.encode(batch.stream().map(Waiting::message).toList()));
    session.commit(); // returns after the broker has synced its journal
    batch.forEach(waiting -> waiting.durable.complete(null));
  }
}
