package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Coding;
import io.chasqui.simulator.Delay;
import io.chasqui.simulator.MobileOriginated;
import io.chasqui.simulator.ReceivedSubmit;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main job, the same on every server the gateway runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MainJob {
  private static final String CONNECTOR = "main-job";

  private Simulator smsc;
  private WebhookReceiver receiver;
  private Tenant tenant;
  private String secret;

  private Gateway gateway;

  abstract Gateway open() throws Exception;

  abstract void release(Gateway gateway) throws Exception;

  final Tenant tenant() {
    return tenant;
  }

  @BeforeAll
  void connect() throws Exception {
    gateway = open();
    smsc =
        Simulator.start(
            SimulatorOptions.builder()
                .port(0)
                .systemId("chasqui")
                .password("secret")
                .answerDelay(Delay.between(0, 20))
                .receiptDelay(Delay.between(0, 50))
                .build());
    receiver = new WebhookReceiver();
    Api admin = gateway.admin();
    tenant = Tenant.create(admin);
    secret = tenant.webhook(receiver);
    Tenant.connect(admin, CONNECTOR, smsc);
  }

  @AfterAll
  void disconnect() throws Exception {
    if (tenant != null) {
      gateway.admin().post("/api/v1/connectors/" + CONNECTOR + "/stop").expect(200);
    }
    smsc.close();
    receiver.close();
    release(gateway);
  }

  @Test
  void a_message_goes_out_and_its_receipt_comes_back_as_status_story_and_signed_push() {
    String to = Tenant.freshNumber();
    JsonObject accepted =
        tenant.api().post("/api/v1/messages", tenant.message(to, "Hello")).expect(202).json();
    assertThat(accepted.getString("status")).isEqualTo("accepted");
    assertThat(accepted.getString("encoding")).isEqualTo("gsm7");
    assertThat(accepted.getInt("segments")).isEqualTo(1);

    JsonObject message = tenant.awaitStatus(accepted.getString("id"), "delivered");
    assertThat(message.getString("direction")).isEqualTo("outbound");
    assertThat(message.getString("to")).isEqualTo(to);
    assertThat(message.getString("text")).isEqualTo("Hello");
    assertThat(statuses(message)).containsExactly("accepted", "queued", "submitted", "delivered");
    List<ReceivedSubmit> submits = submitsTo(to);
    assertThat(submits).hasSize(1);
    assertThat(submits.get(0).registeredDelivery()).isEqualTo(1);
    JsonObject segment = message.getJsonArray("segments").getJsonObject(0);
    assertThat(segment.getInt("part")).isEqualTo(1);
    assertThat(segment.getString("status")).isEqualTo("delivered");
    assertThat(segment.getString("carrier_message_id")).isEqualTo(submits.get(0).messageId());

    WebhookReceiver.Push push =
        receiver.await(
            each ->
                each.type().equals("message.delivered")
                    && each.data().getString("id").equals(accepted.getString("id")));
    assertThat(push.isSignedWith(secret)).isTrue();
  }

  @Test
  void a_message_can_be_looked_up_the_moment_it_is_accepted() {
    String id = tenant.send(Tenant.freshNumber(), "at once");
    assertThat(tenant.find(id).getString("text")).isEqualTo("at once");
  }

  @Test
  void a_long_message_with_emoji_goes_out_in_ucs2_parts_that_join_to_the_same_text() {
    String text = "Olá 😀 ".repeat(40);
    String to = Tenant.freshNumber();
    JsonObject accepted =
        tenant.api().post("/api/v1/messages", tenant.message(to, text)).expect(202).json();
    assertThat(accepted.getString("encoding")).isEqualTo("ucs2");
    tenant.awaitStatus(accepted.getString("id"), "delivered");
    List<ReceivedSubmit> parts = submitsTo(to);
    assertThat(parts).hasSize(accepted.getInt("segments")).allMatch(part -> part.dataCoding() == 8);
    assertThat(joined(parts)).isEqualTo(text);
  }

  @Test
  void an_incoming_message_is_classified_and_pushed_to_the_client_that_owns_the_number()
      throws Exception {
    int answer = inject("+5511988880001", "Your WhatsApp code is 123-456", Coding.AUTO);
    assertThat(answer).isZero();
    WebhookReceiver.Push push = received("+5511988880001");
    assertThat(push.isSignedWith(secret)).isTrue();
    assertThat(push.data().getString("text")).isEqualTo("Your WhatsApp code is 123-456");
    assertThat(push.data().getString("service")).isEqualTo("WhatsApp");
    assertThat(push.data().getString("to")).isEqualTo(tenant.number());
    JsonObject message = tenant.awaitStatus(push.data().getString("id"), "pushed");
    assertThat(message.getString("direction")).isEqualTo("inbound");
    assertThat(statuses(message)).containsExactly("received", "pushed");
  }

  @Test
  void a_long_incoming_message_arrives_whole() throws Exception {
    String text = "Ação ✓ 😀 ".repeat(30);
    assertThat(inject("+5511988880002", text, Coding.AUTO)).isZero();
    assertThat(received("+5511988880002").data().getString("text")).isEqualTo(text);
  }

  @Test
  void an_incoming_message_to_a_number_of_nobody_is_kept_and_given_to_nobody() throws Exception {
    String nobody = Tenant.freshNumber();
    assertThat(
            smsc.inject(MobileOriginated.of("+5511988880003", nobody, "for whom?"))
                .get(30, TimeUnit.SECONDS))
        .isZero();
    Awaitility.await().until(() -> !listed(gateway.admin(), nobody).isEmpty());
    assertThat(listed(gateway.admin(), nobody)).containsExactly("unrouted");
    assertThat(receiver.pushes()).noneMatch(push -> push.data().getString("to").equals(nobody));
  }

  @Test
  void a_client_sees_its_own_messages_only() throws Exception {
    String id = tenant.send(Tenant.freshNumber(), "mine");
    Tenant stranger = Tenant.create(gateway.admin());
    assertThat(stranger.api().get("/api/v1/messages/" + id).status()).isEqualTo(404);
    assertThat(stranger.api().get("/api/v1/messages").expect(200).json().getJsonArray("data"))
        .isEmpty();
  }

  private int inject(String from, String text, Coding coding) throws Exception {
    return smsc.inject(MobileOriginated.of(from, tenant.number(), text).in(coding))
        .get(30, TimeUnit.SECONDS);
  }

  private WebhookReceiver.Push received(String from) {
    return receiver.await(
        each ->
            each.type().equals("message.received") && each.data().getString("from").equals(from));
  }

  private List<ReceivedSubmit> submitsTo(String number) {
    return smsc.log().submits().stream()
        .filter(each -> number.equals("+" + each.destination().value()))
        .toList();
  }

  private static String joined(List<ReceivedSubmit> parts) {
    return parts.stream()
        .sorted((a, b) -> Integer.compare(a.userData()[5], b.userData()[5]))
        .map(ReceivedSubmit::text)
        .reduce("", String::concat);
  }

  private static List<String> statuses(JsonObject message) {
    return message.getJsonArray("events").stream()
        .map(event -> event.asJsonObject().getString("status"))
        .toList();
  }

  private static List<String> listed(Api api, String number) throws IOException {
    return api
        .get("/api/v1/messages?number=" + number.replace("+", "%2B"))
        .expect(200)
        .json()
        .getJsonArray("data")
        .stream()
        .map(each -> each.asJsonObject().getString("status"))
        .toList();
  }
}
