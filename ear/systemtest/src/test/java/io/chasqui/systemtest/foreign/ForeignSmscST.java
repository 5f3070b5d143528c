package io.chasqui.systemtest.foreign;

import static jakarta.json.Json.createObjectBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.MicroGateway;
import io.chasqui.systemtest.Tenant;
import io.chasqui.systemtest.WebhookReceiver;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway as ESME of SMSCs that are not ours, octet by octet. */
class ForeignSmscST {
  /** In the order of 3GPP TS 23.038: euro and brace take an escape. */
  private static final String GSM = "Hello @£$ {€} ñÄ";

  private static final String GSM_OCTETS = "48656c6c6f20000102201b281b651b29207d5b";

  @ParameterizedTest
  @EnumSource
  void sends_and_receives_every_kind_of_text_and_is_told_of_its_delivery(
      Implementation implementation) throws Exception {
    try (ForeignPeer smsc = ForeignPeer.smsc(implementation);
        WebhookReceiver receiver = new WebhookReceiver()) {
      Api admin = MicroGateway.shared().admin();
      Tenant tenant = Tenant.create(admin);
      tenant.webhook(receiver);
      String connector = implementation.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Tenant.connect(admin, connector, smsc.port());
      JsonObject bind = smsc.await("bind", event -> true);
      assertThat(bind.getString("system_id")).isEqualTo("chasqui");
      assertThat(bind.getString("password")).isEqualTo("secret");

      sends(tenant, smsc, GSM, 0, List.of(GSM_OCTETS));
      sends(tenant, smsc, "Olá 😀 ✓", 8, List.of(utf16("Olá 😀 ✓")));
      String ten = "0123456789abcde".repeat(102);
      sends(tenant, smsc, ten, 0, chunks(ten, 153));

      receives(tenant, smsc, receiver, "+5511977770001", 0, GSM_OCTETS, false, GSM);
      String long16 = "Ação 😀 ".repeat(200);
      receives(tenant, smsc, receiver, "+5511977770002", 8, utf16(long16), true, long16);

      admin.post("/api/v1/connectors/" + connector + "/stop").expect(200);
      smsc.await("unbind", event -> true);
    }
  }

  private static void sends(
      Tenant tenant, ForeignPeer smsc, String text, int coding, List<String> octets) {
    String to = Tenant.freshNumber();
    String id = tenant.send(to, text);
    JsonObject message = tenant.awaitStatus(id, "delivered");
    List<JsonObject> submits =
        smsc.events("submit").stream()
            .filter(each -> to.equals("+" + each.getString("destination")))
            .toList();
    assertThat(submits).extracting(each -> each.getInt("coding")).containsOnly(coding);
    assertThat(payloads(submits)).containsExactlyElementsOf(octets);
    assertThat(submits)
        .extracting(each -> each.getString("id"))
        .containsExactlyInAnyOrderElementsOf(
            message.getJsonArray("segments").stream()
                .map(each -> each.asJsonObject().getString("carrier_message_id"))
                .toList());
  }

  /** In the order their headers give; the header itself is checked here. */
  private static List<String> payloads(List<JsonObject> submits) {
    if (submits.size() == 1) {
      return List.of(submits.get(0).getString("octets"));
    }
    String[] payloads = new String[submits.size()];
    for (JsonObject submit : submits) {
      String octets = submit.getString("octets");
      assertThat(submit.getInt("esm_class") & 0x40).isNotZero();
      assertThat(octets).startsWith("050003");
      assertThat(HexFormat.fromHexDigits(octets, 8, 10)).isEqualTo(submits.size());
      payloads[HexFormat.fromHexDigits(octets, 10, 12) - 1] = octets.substring(12);
    }
    return List.of(payloads);
  }

  private static void receives(
      Tenant tenant,
      ForeignPeer smsc,
      WebhookReceiver receiver,
      String from,
      int coding,
      String octets,
      boolean payload,
      String text) {
    smsc.tell(
        createObjectBuilder()
            .add("source", from.substring(1))
            .add("destination", tenant.number().substring(1))
            .add("coding", coding)
            .add("esm_class", 0)
            .add("registered", 0)
            .add("octets", octets)
            .add("payload", payload)
            .build());
    JsonObject received =
        receiver.await(push -> from.equals(push.data().getString("from", ""))).data();
    assertThat(received.getString("text")).isEqualTo(text);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(smsc.events("answer"))
                    .isNotEmpty()
                    .allMatch(answer -> answer.getInt("status") == 0));
  }

  private static String utf16(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  /** Of plain characters, whose GSM 7-bit octets are ASCII's. */
  private static List<String> chunks(String text, int size) {
    List<String> chunks = new ArrayList<>();
    for (int from = 0; from < text.length(); from += size) {
      String chunk = text.substring(from, Math.min(text.length(), from + size));
      chunks.add(HexFormat.of().formatHex(chunk.getBytes(StandardCharsets.US_ASCII)));
    }
    return chunks;
  }
}
