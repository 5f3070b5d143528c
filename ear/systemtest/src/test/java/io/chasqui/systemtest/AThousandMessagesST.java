package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.ReceivedSubmit;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many at once: nothing lost, nothing twice. */
class AThousandMessagesST {
  private static final int MESSAGES = 1000;
  private static final int CONNECTIONS = 16;

  @Test
  void all_are_delivered_once_though_answers_come_late_and_out_of_order() throws Exception {
    Api admin = MicroGateway.shared().admin();
    try (Simulator smsc = slowSmsc()) {
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "thousand", smsc);
      Map<String, String> sent = sendAll(tenant);
      assertThat(sent).hasSize(MESSAGES);
      sent.keySet().forEach(id -> tenant.awaitStatus(id, "delivered"));
      Map<String, Long> arrivals =
          smsc.log().submits().stream()
              .collect(Collectors.groupingBy(AThousandMessagesST::to, Collectors.counting()));
      assertThat(arrivals.keySet()).containsExactlyInAnyOrderElementsOf(sent.values());
      assertThat(arrivals.values()).containsOnly(1L);
      admin.post("/api/v1/connectors/thousand/stop").expect(200);
    }
  }

  private static Simulator slowSmsc() throws Exception {
    return Simulator.start(
        SimulatorOptions.builder()
            .port(0)
            .systemId("chasqui")
            .password("secret")
            .answerDelay(Delay.between(0, 200))
            .receiptDelay(Delay.between(0, 200))
            .build());
  }

  /** Ids with the numbers they went to. */
  private static Map<String, String> sendAll(Tenant tenant) throws Exception {
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    Map<String, String> sent = new ConcurrentHashMap<>();
    List<Future<?>> results = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      String to = "+4915%08d".formatted(i);
      results.add(connections.submit(() -> sent.put(tenant.send(to, "message to " + to), to)));
    }
    for (Future<?> result : results) {
      result.get(60, TimeUnit.SECONDS);
    }
    connections.shutdown();
    return sent;
  }

  private static String to(ReceivedSubmit submit) {
    return "+" + submit.destination().value();
  }
}
