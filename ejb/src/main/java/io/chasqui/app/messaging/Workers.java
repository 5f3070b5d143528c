package io.chasqui.app.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** The gateway's threads of its own on the broker, and which of them have been failing. */
@ApplicationScoped
public class Workers {
  /** A failure that the next turn mends is not worth taking the gateway out of service. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final Set<Worker> workers = ConcurrentHashMap.newKeySet();

  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  @Resource private ManagedThreadFactory threads;

  @Inject private Clock clock;

  /** Starts a thread for a task that waits for its work itself. */
  public Worker start(String name, Task task) {
    return start(name, Duration.ZERO, task);
  }

  /** As above, resting between two turns. */
  public Worker start(String name, Duration rest, Task task) {
    workers.removeIf(Worker::isEnded);
    Worker worker = new Worker(name, rest, task, broker(), clock(), threads());
    workers.add(worker);
    worker.start();
    return worker;
  }

  /** A session for the calling thread. */
  public LocalSession session() {
    return new LocalSession(broker());
  }

  /** Names of those that have not had a successful turn for some seconds, or ended unbidden. */
  public List<String> failing() {
    return workers.stream().filter(this::isFailing).map(Worker::name).sorted().toList();
  }

  private boolean isFailing(Worker worker) {
    return worker.isLost()
        || !worker.isEnded()
            && worker
                .failingSince()
                .filter(since -> since.plus(TOLERANCE).isBefore(clock().instant()))
                .isPresent();
  }

  ConnectionFactory broker() {
    return broker;
  }

  ThreadFactory threads() {
    return threads;
  }

  Clock clock() {
    return clock;
  }
}
