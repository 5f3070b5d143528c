package io.chasqui.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.accounts.TestClock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final TestClock clock = new TestClock("2026-11-22T03:00:00Z");
  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker(clock);

  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();

  private void turn() {
    if (broken.get()) {
      failures.incrementAndGet();
      throw new IllegalStateException("unforeseen");
    }
    turns.incrementAndGet();
  }

  private void awaitMore(AtomicInteger counter) {
    int before = counter.get();
    await().atMost(SOON).until(() -> counter.get() > before);
  }

  @Test
  void an_unforeseen_exception_does_not_end_it() {
    broken.set(true);
    broker.workers().start("test", session -> this::turn);
    awaitMore(failures);
    broken.set(false);
    awaitMore(turns);
  }

  @Test
  void it_is_failing_once_that_has_lasted_and_until_nothing_has_failed_for_a_while() {
    broken.set(true);
    broker.workers().start("test", session -> this::turn);
    awaitMore(failures);
    awaitMore(failures); // the first is noted by now
    assertThat(broker.workers().failing()).isEmpty();
    clock.advance(Duration.ofSeconds(6));
    assertThat(broker.workers().failing()).containsExactly("test");
    broken.set(false);
    awaitMore(turns);
    assertThat(broker.workers().failing()).as("it may come back").containsExactly("test");
    clock.advance(Duration.ofSeconds(21));
    await().atMost(SOON).until(() -> broker.workers().failing().isEmpty());
  }

  @Test
  void one_that_an_error_has_ended_is_failing() {
    broker
        .workers()
        .start(
            "test",
            session -> {
              Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
              throw new LinkageError("a class is gone");
            });
    await().atMost(SOON).until(() -> broker.workers().failing().contains("test"));
  }

  @Test
  void a_stopped_one_does_what_must_be_done_and_ends() {
    Semaphore left = new Semaphore(3);
    Worker worker =
        broker
            .workers()
            .start(
                "test",
                new Task() {
                  @Override
                  public Turn begin(LocalSession session) {
                    return () -> {
                      if (broken.get()) {
                        left.tryAcquire();
                      }
                    };
                  }

                  @Override
                  public boolean isDone() {
                    return left.availablePermits() == 0;
                  }
                });
    worker.stop();
    assertThat(worker.join(Duration.ofMillis(1))).isFalse();
    broken.set(true);
    assertThat(worker.join(SOON)).isTrue();
    assertThat(left.availablePermits()).isZero();
    assertThat(broker.workers().failing()).isEmpty();
  }
}
