package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.ReceivedSubmit;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A connector's own settings at work, and what an operator sees of it. */
class ConnectorST {
  private static final int THROTTLED = 0x58;

  @Test
  void with_a_window_of_one_a_carrier_that_throttles_gets_all_in_their_order() throws Exception {
    Api admin = MicroGateway.shared().admin();
    try (Simulator smsc = throttling(0.2)) {
      List<String> texts = texts(40);
      List<String> ids = sendBeforeTheStart(admin, "ordered", smsc, 1, texts);
      Tenant.awaitState(admin, "ordered", "bound");
      awaitDelivered(admin, ids);
      assertThat(taken(smsc)).isEqualTo(texts);
      assertThat(smsc.log().submits()).hasSizeGreaterThan(texts.size());
      admin.post("/api/v1/connectors/ordered/stop").expect(200);
    }
  }

  @Test
  void with_a_wide_window_a_carrier_that_throttles_gets_all_of_them_once() throws Exception {
    Api admin = MicroGateway.shared().admin();
    try (Simulator smsc = throttling(0.1)) {
      List<String> texts = texts(100);
      List<String> ids = sendBeforeTheStart(admin, "wide", smsc, 50, texts);
      awaitDelivered(admin, ids);
      assertThat(taken(smsc)).containsExactlyInAnyOrderElementsOf(texts);
      admin.post("/api/v1/connectors/wide/stop").expect(200);
    }
  }

  @Test
  void an_operator_sees_what_the_link_did_and_what_was_learnt() throws Exception {
    Api admin = MicroGateway.shared().admin();
    try (Simulator smsc = throttling(0)) {
      String path = "/api/v1/connectors/seen";
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "seen", smsc);
      admin
          .put(path + "/trace", Json.createObjectBuilder().add("enabled", true).build())
          .expect(200);
      tenant.awaitStatus(tenant.send(Tenant.freshNumber(), "not to be seen"), "delivered");

      JsonObject connector = admin.get(path).expect(200).json();
      JsonObject figures = connector.getJsonObject("figures");
      assertThat(figures.getInt("submitted")).isEqualTo(1);
      assertThat(figures.getInt("answered")).isEqualTo(1);
      assertThat(connector.getJsonObject("dialect").getInt("matches")).isEqualTo(1);
      assertThat(connector.getJsonObject("dialect").get("learnt")).isEqualTo(JsonValue.NULL);

      String trace = admin.get(path + "/trace").expect(200).text();
      assertThat(trace).contains("\"submit_sm\"", "\"deliver_sm\"").doesNotContain("not to be");

      JsonObject word =
          admin
              .get(path + "/receipt-words")
              .expect(200)
              .json()
              .getJsonArray("data")
              .getJsonObject(0);
      assertThat(word.getString("word")).isEqualTo("DELIVRD");
      assertThat(word.getString("state")).isEqualTo("delivered");

      assertThat(Api.anonymous(MicroGateway.shared().baseUri()).get("/metrics").expect(200).text())
          .containsPattern("chasqui_smpp_submits_total\\{[^}]*connector=\"seen\"[^}]*\\} 1");
      admin.post(path + "/stop").expect(200);
    }
  }

  @Test
  void settings_are_shown_as_they_were_sent_and_survive_being_sent_back() throws Exception {
    Api admin = MicroGateway.shared().admin();
    JsonObject sent =
        connector("settings", 2, 7)
            .add("enabled", false)
            .add("timers", Json.createObjectBuilder().add("response_seconds", 77))
            .build();
    JsonObject shown = admin.post("/api/v1/connectors", sent).expect(201).json();
    assertThat(shown.getJsonObject("timers").getInt("response_seconds")).isEqualTo(77);
    assertThat(shown.getJsonArray("statuses")).hasSize(1);
    JsonObject bad =
        Json.createObjectBuilder(sent)
            .add("timers", Json.createObjectBuilder().add("response_seconds", 0))
            .build();
    assertThat(admin.put("/api/v1/connectors/settings", bad).expect(422).text())
        .contains("\"timers.response_seconds\"");
    assertThat(admin.get("/api/v1/connectors/settings").json().getJsonObject("timers"))
        .isEqualTo(shown.getJsonObject("timers"));
    admin.send("DELETE", "/api/v1/connectors/settings", null).expect(204);
  }

  private static Simulator throttling(double rate) throws Exception {
    return Simulator.start(
        SimulatorOptions.builder()
            .port(0)
            .systemId("chasqui")
            .password("secret")
            .errors(rate, THROTTLED)
            .build());
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj("message %d"::formatted).toList();
  }

  /** So that all of them wait when the link comes up. */
  private static List<String> sendBeforeTheStart(
      Api admin, String connector, Simulator smsc, int window, List<String> texts) {
    admin
        .post(
            "/api/v1/connectors",
            connector(connector, smsc.port(), window).add("enabled", false).build())
        .expect(201);
    Tenant.route(admin, connector);
    Tenant tenant = Tenant.create(admin);
    List<String> ids = texts.stream().map(text -> tenant.send(Tenant.freshNumber(), text)).toList();
    admin.post("/api/v1/connectors/" + connector + "/start").expect(200);
    return ids;
  }

  private static JsonObjectBuilder connector(String id, int port, int window) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("kind", "smpp")
        .add("host", "127.0.0.1")
        .add("port", port)
        .add("system_id", "chasqui")
        .add("password", "secret")
        .add("window", window)
        .add(
            "statuses",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("status", "0x58")
                        .add("reaction", "throttle")
                        .add("delay_seconds", 0)
                        .add("attempts", 1000)));
  }

  private static void awaitDelivered(Api admin, List<String> ids) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> ids.stream().allMatch(id -> isDelivered(admin, id)));
  }

  private static boolean isDelivered(Api admin, String id) {
    return admin
        .get("/api/v1/messages/" + id)
        .expect(200)
        .json()
        .getString("status")
        .equals("delivered");
  }

  private static List<String> taken(Simulator smsc) {
    return smsc.log().submits().stream()
        .filter(ReceivedSubmit::accepted)
        .map(ReceivedSubmit::text)
        .toList();
  }
}
