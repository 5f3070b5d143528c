package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** SIGTERM in the middle of the work: what is in flight is finished, the rest waits. */
class StopST {
  private static final int MESSAGES = 200;

  @Test
  void an_orderly_stop_leaves_nothing_in_doubt_and_no_process_behind() throws Exception {
    try (Simulator smsc = slowSmsc()) {
      MicroGateway gateway = MicroGateway.start(Map.of());
      Tenant tenant = Tenant.create(gateway.admin());
      Tenant.connect(gateway.admin(), "stopped", smsc);
      List<String> accepted = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        accepted.add(tenant.send("+4917%08d".formatted(i), "before the stop"));
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> smsc.log().counters().inFlight() >= 20);
      List<ProcessHandle> children = gateway.process().descendants().toList();
      assertThat(gateway.stop()).isIn(0, 143);
      assertThat(children).isNotEmpty();
      Awaitility.await("the database is gone")
          .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));

      gateway.start();
      accepted.forEach(id -> tenant.awaitStatus(id, "delivered"));
      Map<String, Long> arrivals =
          smsc.log().submits().stream()
              .collect(
                  Collectors.groupingBy(each -> each.destination().value(), Collectors.counting()));
      assertThat(arrivals).hasSize(MESSAGES);
      assertThat(arrivals.values()).as("none twice").containsOnly(1L);
      gateway.close();
    }
  }

  private static Simulator slowSmsc() throws Exception {
    return Simulator.start(
        SimulatorOptions.builder()
            .port(0)
            .systemId("chasqui")
            .password("secret")
            .answerDelay(Delay.between(500, 1500))
            .receiptDelay(Delay.between(0, 500))
            .build());
  }
}
