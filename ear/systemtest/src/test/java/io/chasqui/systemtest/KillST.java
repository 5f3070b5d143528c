package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** kill -9 in the middle of the work. */
class KillST {
  private static final int MESSAGES = 1000;
  private static final int WINDOW = 50;

  @Test
  void what_was_accepted_survives_the_death_of_the_gateway() throws Exception {
    try (Simulator smsc = smsc();
        MicroGateway gateway = MicroGateway.start(Map.of())) {
      Api admin = gateway.admin();
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "killed", smsc);
      Set<Long> before = databases(gateway);
      Set<String> accepted = sendAndKill(gateway, tenant, smsc);
      assertThat(accepted).isNotEmpty();
      gateway.start();
      assertThat(databases(gateway)).as("one database, and not the old one").hasSize(1);
      assertThat(databases(gateway)).doesNotContainAnyElementsOf(before);

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

  /** Ids that got a 202; the gateway dies when a third of the messages has reached the carrier. */
  private static Set<String> sendAndKill(MicroGateway gateway, Tenant tenant, Simulator smsc)
      throws Exception {
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    ExecutorService connections = Executors.newFixedThreadPool(16);
    CountDownLatch done = new CountDownLatch(MESSAGES);
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < MESSAGES; i++) {
      connections.execute(
          () -> {
            try {
              String to = "+4916%08d".formatted(next.incrementAndGet());
              accepted.add(tenant.send(to, "before the end"));
            } catch (RuntimeException | AssertionError dead) {
              // not accepted: nothing was promised
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

  private static Set<Long> databases(MicroGateway gateway) {
    String home = gateway.home().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/mariadbd"))
        .filter(process -> process.info().command().orElse("").startsWith(home))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
