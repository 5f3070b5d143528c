package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.hilink.HilinkStick;
import io.chasqui.simulator.hilink.HilinkStick.SentText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway with a HiLink stick instead of a carrier. */
class HilinkST {
  private static final int PLACES = 500;

  private Api admin;
  private HilinkStick stick;

  @BeforeEach
  void plugIn() throws IOException {
    admin = MicroGateway.shared().admin();
    stick = new HilinkStick(PLACES);
  }

  @AfterEach
  void unplug() {
    stick.close();
  }

  private JsonObjectBuilder settings(String id) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("kind", "hilink")
        .add("url", stick.url())
        .add("messages_per_minute", 600);
  }

  private void connect(String id, JsonObject settings) {
    admin.post("/api/v1/connectors", settings).expect(201);
    Tenant.awaitState(admin, id, "bound");
    Tenant.route(admin, id);
  }

  private void stop(String id) {
    admin.post("/api/v1/connectors/" + id + "/stop").expect(200);
  }

  @Test
  void a_message_is_delivered_when_the_stick_says_so_and_an_answer_is_pushed() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Tenant tenant = Tenant.create(admin);
      tenant.webhook(receiver);
      connect("stick", settings("stick").add("number", tenant.number()).build());

      String to = Tenant.freshNumber();
      String id = tenant.send(to, "Olá <você> & eu \uD83D\uDE00");
      tenant.awaitStatus(id, "submitted");
      assertThat(stick.sent())
          .containsExactly(new SentText(to, "Olá <você> & eu \uD83D\uDE00", "0"));
      stick.report(to, true);
      tenant.awaitStatus(id, "delivered");

      stick.receive(to, "resposta");
      JsonObject received = receiver.await(push -> push.type().equals("message.received")).data();
      assertThat(received.getString("text")).isEqualTo("resposta");
      assertThat(received.getString("from")).isEqualTo(to);
      stop("stick");
    }
  }

  @Test
  void messages_flow_on_though_sessions_are_lost_and_the_stick_is_busy() {
    Tenant tenant = Tenant.create(admin);
    connect("moody-stick", settings("moody-stick").build());
    stick.dropSession();
    stick.beBusy(2);
    String id = tenant.send(Tenant.freshNumber(), "patience");
    tenant.awaitStatus(id, "submitted");
    assertThat(stick.sent()).hasSize(1);
    stop("moody-stick");
  }

  @Test
  void what_the_network_refuses_again_and_again_fails_in_the_end() {
    Tenant tenant = Tenant.create(admin);
    JsonObjectBuilder once = Json.createObjectBuilder().add("attempts", 1);
    connect("refused-stick", settings("refused-stick").add("pool", once).build());
    String to = Tenant.freshNumber();
    stick.refuse(to);
    JsonObject message = tenant.awaitStatus(tenant.send(to, "no"), "failed", "rejected");
    assertThat(message.getJsonArray("events").toString()).contains("the network refused it");
    stop("refused-stick");
  }

  @Test
  void an_operator_sees_each_modem_and_takes_it_out_of_service() throws Exception {
    connect("seen-stick", settings("seen-stick").add("password", "hunter2").build());
    JsonObject connector = admin.get("/api/v1/connectors/seen-stick").expect(200).json();
    assertThat(connector.getString("operator")).isEqualTo("Vivo");
    assertThat(connector.getInt("signal")).isEqualTo(4);
    assertThat(connector.getString("registration")).isEqualTo("home");
    assertThat(connector.toString()).doesNotContain("hunter2");

    String modems = "/api/v1/connectors/seen-stick/modems";
    JsonObject modem = admin.get(modems).expect(200).json().getJsonArray("data").getJsonObject(0);
    assertThat(modem.getString("imei")).isEqualTo("861821030000001");
    assertThat(modem.getInt("signal_dbm")).isEqualTo(-73);

    String one = modems + "/seen-stick";
    assertThat(admin.post(one + "/drain").expect(200).json().getString("duty"))
        .isEqualTo("drained");
    assertThat(admin.post(one + "/resume").expect(200).json().getString("duty"))
        .isEqualTo("in_service");
    JsonObject question = Json.createObjectBuilder().add("request", "*100#").build();
    assertThat(admin.post(one + "/ussd", question).expect(200).json().getString("answer"))
        .isEqualTo("Saldo: R$ 7,00");
    admin.post(modems + "/nobody/drain").expect(404);
    admin
        .post(one + "/ussd", Json.createObjectBuilder().add("request", "hello").build())
        .expect(422);

    Api anyone = Api.anonymous(MicroGateway.shared().baseUri());
    assertThat(anyone.get("/metrics").expect(200).text())
        .contains("chasqui_modem_signal_dbm{connector=\"seen-stick\",modem=\"seen-stick\"");
    assertThat(anyone.get("/health/ready").expect(200).text()).contains("seen-stick/seen-stick");
    stop("seen-stick");
  }
}
