package io.chasqui.systemtest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.ReceivedSubmit;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.MicroGateway;
import io.chasqui.systemtest.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The disk that holds journal and database is full for a while. */
class DiskFullST {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> accepted = new ArrayList<>();

  @Test
  void a_full_disk_stops_the_intake_and_loses_nothing_and_room_brings_all_back() throws Exception {
    try (SmallDisk disk = SmallDisk.mount();
        Simulator carrier = carrier();
        MicroGateway gateway = MicroGateway.start(disk.folder(), Map.of())) {
      Tenant tenant = Tenant.create(gateway.admin());
      Tenant.connect(gateway.admin(), "beside-a-full-disk", carrier);
      send(tenant, 50);
      disk.fill();
      Awaitility.await("refused for want of room")
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> tryToSend(tenant) == 503);
      disk.free();
      Awaitility.await("accepted again")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> tryToSend(tenant) == 202);
      send(tenant, 50);
      accepted.forEach(id -> tenant.awaitStatus(id, "delivered", "unknown"));
      assertThat(arrivals(carrier).values()).as("none twice").containsOnly(1L);
    }
  }

  private static Simulator carrier() throws Exception {
    return Simulator.start(
        SimulatorOptions.builder()
            .systemId("chasqui")
            .password("secret")
            .receiptDelay(Delay.between(0, 100))
            .build());
  }

  private void send(Tenant tenant, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(tryToSend(tenant)).isEqualTo(202);
    }
  }

  private int tryToSend(Tenant tenant) {
    Api.Answer answer =
        tenant
            .api()
            .post("/api/v1/messages", tenant.message(Tenant.freshNumber(), "x".repeat(1500)));
    if (answer.status() == 202) {
      accepted.add(answer.json().getString("id"));
    }
    assertThat(answer.status()).as("%s", answer.text()).isIn(202, 503);
    return answer.status();
  }

  private static Map<String, Long> arrivals(Simulator carrier) {
    return carrier.log().submits().stream()
        .collect(
            Collectors.groupingBy(
                (ReceivedSubmit each) -> each.destination().value() + part(each),
                Collectors.counting()));
  }

  /** 3GPP TS 23.040, 9.2.3.24.1: the last octet of the concatenation's header. */
  private static String part(ReceivedSubmit submit) {
    return " part " + submit.userData()[5];
  }
}
