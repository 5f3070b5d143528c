package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** kill -9 in the middle of the work. */
class KillST {
  private static final String TEXT = "before the end";
  private static final int MESSAGES = 1000;
  private static final int WINDOW = 50;
  private static final int CONNECTIONS = 16;

  /** Those under way when the gateway died, and some that came after. */
  private static final int CUT_OFF = 2 * CONNECTIONS;

  @Test
  void what_was_accepted_survives_the_death_of_the_gateway() throws Exception {
    try (Simulator smsc = smsc();
        MicroGateway gateway = MicroGateway.start(Map.of())) {
      Api admin = gateway.admin();
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "killed", smsc);
      Set<Long> before = databases(gateway);
      Queue<String> cutOff = new ConcurrentLinkedQueue<>();
      Set<String> accepted = sendAndKill(gateway, tenant, smsc, cutOff);
      assertThat(accepted).isNotEmpty();
      gateway.start();
      assertThat(databases(gateway)).as("one database, and not the old one").hasSize(1);
      assertThat(databases(gateway)).doesNotContainAnyElementsOf(before);
      cutOff.stream().limit(CUT_OFF).forEach(to -> accepted.add(repeat(tenant, to)));

      Map<String, Integer> ends = new TreeMap<>();
      for (String id : accepted) {
        JsonObject message = tenant.awaitStatus(id, "delivered", "unknown");
        ends.merge(message.getString("status"), 1, Integer::sum);
        if (message.getString("status").equals("unknown")) {
          assertThat(message.getJsonArray("events").toString())
              .contains("the gateway stopped before the carrier's answer");
        }
      }
      assertThat(ends.getOrDefault("unknown", 0)).isLessThanOrEqualTo(2 * WINDOW);
      Map<String, Long> arrivals =
          smsc.log().submits().stream()
              .collect(
                  Collectors.groupingBy(each -> each.destination().value(), Collectors.counting()));
      assertThat(arrivals.values()).as("none twice").containsOnly(1L);
    }
  }

  private static Simulator smsc() throws Exception {
    return Simulator.start(
        SimulatorOptions.builder()
            .port(0)
            .systemId("chasqui")
            .password("secret")
            .answerDelay(Delay.between(0, 200))
            .receiptDelay(Delay.between(0, 500))
            .build());
  }

  /**
   * Ids that got a 202; the gateway dies when a third of the messages has reached the carrier.
   *
   * @param cutOff takes the numbers of those that got no answer
   */
  private static Set<String> sendAndKill(
      MicroGateway gateway, Tenant tenant, Simulator smsc, Queue<String> cutOff) throws Exception {
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    CountDownLatch done = new CountDownLatch(MESSAGES);
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < MESSAGES; i++) {
      connections.execute(
          () -> {
            String to = "+4916%08d".formatted(next.incrementAndGet());
            try {
              accepted.add(id(tenant.send("to " + to, to, TEXT)));
            } catch (RuntimeException | AssertionError dead) {
              cutOff.add(to);
            } finally {
              done.countDown();
            }
          });
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> smsc.log().counters().submits() >= MESSAGES / 3);
    gateway.kill();
    done.await(60, TimeUnit.SECONDS);
    connections.shutdown();
    return accepted;
  }

  /** Under the key of the request that was cut off; 409 while that may still be under way. */
  private static String repeat(Tenant tenant, String to) {
    AtomicReference<Api.Answer> answer = new AtomicReference<>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              answer.set(tenant.send("to " + to, to, TEXT));
              return answer.get().status() != 409;
            });
    return id(answer.get());
  }

  private static String id(Api.Answer answer) {
    return answer.expect(202).json().getString("id");
  }

  private static Set<Long> databases(MicroGateway gateway) {
    String home = gateway.home().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/mariadbd"))
        .filter(process -> process.info().command().orElse("").startsWith(home))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
