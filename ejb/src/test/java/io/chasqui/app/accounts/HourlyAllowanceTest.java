package io.chasqui.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.persistence.TransactionPerTest;
import io.chasqui.domain.message.MessageId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each statement commits, as in the container; keys are new ones, so nothing is in the way. */
class HourlyAllowanceTest {
  private final TestClock clock = new TestClock("2026-11-22T12:59:30Z");
  private final String key = MessageId.next(Clock.systemUTC()).toString();
  private HourlyAllowance allowance;

  @BeforeEach
  void begin() {
    allowance = allowance();
  }

  @Test
  void without_a_limit_nothing_is_counted() {
    HourlyAllowance withoutDatabase = new HourlyAllowance();
    assertThat(withoutDatabase.take(key, 0, 1_000_000).granted()).isTrue();
  }

  @Test
  void beyond_the_limit_it_waits_for_the_next_hour() {
    assertThat(allowance.take(key, 3, 2).granted()).isTrue();
    assertThat(allowance.take(key, 3, 2)).isEqualTo(new Allowance(false, Duration.ofSeconds(30)));
    assertThat(allowance.take(key, 3, 1).granted()).isTrue();
    assertThat(allowance.take(key, 3, 1).granted()).isFalse();
    clock.advance(Duration.ofSeconds(30));
    assertThat(allowance.take(key, 3, 3).granted()).isTrue();
  }

  @Test
  void more_at_once_than_an_hour_allows_is_never_granted() {
    assertThat(allowance.take(key, 3, 4).granted()).isFalse();
    assertThat(allowance.take(key, 3, 3).granted()).isTrue();
  }

  @Test
  void what_is_given_back_can_be_taken_again_within_its_hour_only() {
    allowance.take(key, 3, 3);
    allowance.giveBack(key, 3, 2);
    assertThat(allowance.take(key, 3, 3).granted()).isFalse();
    assertThat(allowance.take(key, 3, 2).granted()).isTrue();
    clock.advance(Duration.ofSeconds(30));
    allowance.take(key, 3, 1);
    allowance.giveBack(key, 3, 3);
    assertThat(allowance.take(key, 3, 3).granted()).isFalse();
  }

  @Test
  void without_the_database_nothing_is_granted() {
    allowance.usage = new KeyUsage();
    assertThat(allowance.take(key, 3, 1)).isEqualTo(new Allowance(false, Duration.ofSeconds(5)));
  }

  @Test
  void many_at_once_get_exactly_the_limit() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(() -> allowance().take(key, 50, 1).granted());
      }
      int granted = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        granted += call.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(50);
    } finally {
      threads.shutdownNow();
    }
  }

  private HourlyAllowance allowance() {
    HourlyAllowance made = new HourlyAllowance();
    made.clock = clock;
    made.usage = new CommittingUsage();
    return made;
  }

  /** What REQUIRES_NEW does in the container. */
  private static final class CommittingUsage extends KeyUsage {
    @Override
    public boolean add(String keyId, Instant hour, int limit, int messages) {
      return committed(() -> super.add(keyId, hour, limit, messages));
    }

    @Override
    public boolean open(String keyId, Instant hour, int messages) {
      return committed(() -> super.open(keyId, hour, messages));
    }

    @Override
    public boolean subtract(String keyId, Instant hour, int messages) {
      return committed(() -> super.subtract(keyId, hour, messages));
    }

    private boolean committed(Supplier<Boolean> work) {
      try (EntityManager manager = TransactionPerTest.factory().createEntityManager()) {
        database = manager;
        manager.getTransaction().begin();
        boolean result = work.get();
        manager.getTransaction().commit();
        return result;
      }
    }
  }
}
