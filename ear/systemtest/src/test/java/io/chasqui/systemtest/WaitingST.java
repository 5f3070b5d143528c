package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Messages that wait: for their time, or for a link that does not come. */
class WaitingST {
  @Test
  void a_message_for_a_connector_that_is_stopped_expires_and_keeps_it_from_being_deleted()
      throws Exception {
    Api admin = MicroGateway.shared().admin();
    Tenant tenant = Tenant.create(admin);
    idle(admin, "waiting-a");
    idle(admin, "waiting-b");
    Tenant.route(admin, "waiting-a");
    String id = send(tenant, Json.createObjectBuilder().add("validity_minutes", 1));
    tenant.awaitStatus(id, "queued");
    assertThat(connector(admin, "waiting-a").getInt("waiting")).isEqualTo(1);

    Tenant.route(admin, "waiting-b");
    Api.Answer refused = admin.send("DELETE", "/api/v1/connectors/waiting-a", null).expect(409);
    assertThat(refused.json().getString("detail")).contains("1 messages wait");

    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> tenant.find(id).getString("status").equals("expired"));
    admin.send("DELETE", "/api/v1/connectors/waiting-a", null).expect(204);
  }

  @Test
  void a_scheduled_message_leaves_at_its_time_and_not_before() throws Exception {
    Api admin = MicroGateway.shared().admin();
    try (Simulator smsc =
        Simulator.start(
            SimulatorOptions.builder().port(0).systemId("chasqui").password("secret").build())) {
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "scheduled", smsc);
      Instant due = Instant.now().plusSeconds(4);
      String id = send(tenant, Json.createObjectBuilder().add("schedule_at", due.toString()));
      assertThat(tenant.awaitStatus(id, "queued").getJsonArray("events").toString())
          .contains("to leave at");
      assertThat(smsc.log().submits()).isEmpty();
      tenant.awaitStatus(id, "delivered");
      assertThat(smsc.log().submits())
          .singleElement()
          .satisfies(each -> assertThat(each.at()).isAfterOrEqualTo(due.minusMillis(1)));
      admin.post("/api/v1/connectors/scheduled/stop").expect(200);
    }
  }

  private static String send(Tenant tenant, JsonObjectBuilder more) {
    JsonObject message = tenant.message(Tenant.freshNumber(), "in its time");
    more.addAll(Json.createObjectBuilder(message));
    return tenant.api().post("/api/v1/messages", more.build()).expect(202).json().getString("id");
  }

  private static JsonObject connector(Api admin, String id) {
    return admin.get("/api/v1/connectors/" + id).expect(200).json();
  }

  private static void idle(Api admin, String id) {
    admin
        .post(
            "/api/v1/connectors",
            Json.createObjectBuilder()
                .add("id", id)
                .add("kind", "smpp")
                .add("host", "127.0.0.1")
                .add("port", 2)
                .add("system_id", "chasqui")
                .add("password", "secret")
                .add("enabled", false)
                .build())
        .expect(201);
  }
}
