package io.chasqui.systemtest.soak;

import io.chasqui.simulator.Coding;
import io.chasqui.simulator.MobileOriginated;
import io.chasqui.simulator.Simulator;
import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.Tenant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client that sends without a pause and a carrier that brings messages in. Both repeat, as such
 * peers do, until they get an answer; they remember what was acknowledged.
 */
final class Traffic implements AutoCloseable {
  private static final int PER_SECOND = 60;
  private static final int INCOMING_PER_SECOND = 10;
  private static final long REPEAT_MILLIS = 500;
  private static final String TEXT = "through thick and thin";

  /** With the same Idempotency-Key, as each of these answers advises. */
  private static final Set<Integer> COME_AGAIN = Set.of(409, 429, 503, 504);

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(16);
  private final Tenant tenant;
  private final Simulator carrier;
  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicLong open = new AtomicLong();
  private volatile boolean enough;

  /**
   * @param carrier the one that brings messages in
   */
  Traffic(Tenant tenant, Simulator carrier) {
    this.tenant = tenant;
    this.carrier = carrier;
  }

  void start() {
    every(PER_SECOND, () -> send("+4916%08d".formatted(numbers.incrementAndGet())));
    every(INCOMING_PER_SECOND, () -> bring("incoming " + numbers.incrementAndGet()));
  }

  private void every(int perSecond, Runnable begin) {
    threads.scheduleAtFixedRate(
        () -> {
          if (!enough && open.get() < PER_SECOND) {
            open.incrementAndGet();
            threads.execute(begin);
          }
        },
        0,
        1_000_000 / perSecond,
        TimeUnit.MICROSECONDS);
  }

  private void send(String to) {
    try {
      Api.Answer answer =
          tenant
              .api()
              .withHeader("Idempotency-Key", to)
              .post("/api/v1/messages", tenant.message(to, TEXT));
      if (COME_AGAIN.contains(answer.status())) {
        again(() -> send(to));
      } else if (answer.status() == 202) {
        accepted.put(to, answer.json().getString("id"));
        open.decrementAndGet();
      } else {
        refused.put(to + ": " + answer.text(), answer.status());
        open.decrementAndGet();
      }
    } catch (RuntimeException noAnswer) {
      again(() -> send(to));
    }
  }

  private void bring(String text) {
    MobileOriginated message =
        MobileOriginated.of("+5511977770000", tenant.number(), text).in(Coding.AUTO);
    carrier
        .inject(message)
        .whenComplete(
            (status, failure) -> {
              if (failure == null && status == 0) {
                taken.add(text);
                open.decrementAndGet();
              } else {
                again(() -> bring(text));
              }
            });
  }

  private void again(Runnable what) {
    threads.schedule(what, REPEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Begins nothing new; what is under way goes on. */
  void enough() {
    enough = true;
  }

  boolean isDone() {
    return enough && open.get() == 0;
  }

  /** Ids of the messages that got a 202, by their destination. */
  Map<String, String> accepted() {
    return accepted;
  }

  /** Answers no client of a gateway in trouble should get, by what was asked. */
  Map<String, Integer> refused() {
    return refused;
  }

  /** Texts of the incoming messages whose deliver_sm was answered by ESME_ROK. */
  Set<String> taken() {
    return taken;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
