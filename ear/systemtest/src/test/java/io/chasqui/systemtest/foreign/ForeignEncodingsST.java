package io.chasqui.systemtest.foreign;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.MicroGateway;
import io.chasqui.systemtest.Tenant;
import io.chasqui.systemtest.WebhookReceiver;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way a connector may want its messages, octet by octet at SMSCs that are not ours. */
class ForeignEncodingsST {
  private static final String DIGITS = "0123456789".repeat(40);
  private static final String TURKISH = "şarkı ".repeat(20);

  @ParameterizedTest
  @EnumSource
  void messages_leave_as_the_connector_wants_them(Implementation implementation) throws Exception {
    try (ForeignPeer smsc = ForeignPeer.smsc(implementation)) {
      Carrier carrier = Carrier.connected(implementation, smsc);

      carrier.wants(createObjectBuilder().add("split", "udh16"));
      List<JsonObject> parts = carrier.gets(DIGITS, 0);
      assertThat(octets(parts)).allMatch(each -> each.matches("060804....03.*"));
      assertThat(octets(parts)).extracting(each -> each.substring(14)).isEqualTo(chunks(152));
      assertThat(parts).allMatch(each -> each.getInt("esm_class") == 0x40);

      carrier.wants(createObjectBuilder().add("split", "sar"));
      parts = carrier.gets(DIGITS, 0);
      parts.sort(Comparator.comparing(each -> each.getInt("sar_sequence")));
      assertThat(parts).extracting(each -> each.getInt("sar_sequence")).containsExactly(1, 2, 3);
      assertThat(parts).extracting(each -> each.getInt("sar_total")).containsOnly(3);
      assertThat(parts.stream().map(each -> each.getInt("sar_reference")).distinct()).hasSize(1);
      assertThat(parts).allMatch(each -> each.getInt("esm_class") == 0);
      assertThat(octets(parts)).isEqualTo(chunks(153));

      carrier.wants(createObjectBuilder().add("split", "payload"));
      parts = carrier.gets(DIGITS, 0);
      assertThat(octets(parts)).containsExactly(ascii(DIGITS));
      assertThat(parts).allMatch(each -> each.getBoolean("payload"));

      carrier.wants(createObjectBuilder().add("default_alphabet", "gsm7_packed"));
      assertThat(octets(carrier.gets("hellohello", 0))).containsExactly("e8329bfd4697d9ec37");

      carrier.wants(createObjectBuilder().add("default_alphabet", "latin1"));
      assertThat(octets(carrier.gets("olà £1", 0))).containsExactly("6f6ce020a331");
      assertThat(octets(carrier.gets("Δ", 8))).containsExactly("0394");

      carrier.wants(
          createObjectBuilder().add("national_languages", createArrayBuilder().add("turkish")));
      parts = carrier.gets(TURKISH, 0);
      assertThat(octets(parts)).hasSize(1).allMatch(each -> each.startsWith("03250101"));

      carrier.wants(createObjectBuilder().add("look_alikes", "typography"));
      assertThat(octets(carrier.gets("“Hi”", 0))).containsExactly("22486922");

      carrier.wants(createObjectBuilder().add("alphabets", createArrayBuilder().add("ucs2")));
      assertThat(octets(carrier.gets("Hi", 8))).containsExactly("00480069");
      carrier.stop();
    }
  }

  @ParameterizedTest
  @EnumSource
  void parts_told_by_tlvs_come_together_in_any_order_even_from_a_short_code(
      Implementation implementation) throws Exception {
    try (ForeignPeer smsc = ForeignPeer.smsc(implementation);
        WebhookReceiver receiver = new WebhookReceiver()) {
      Carrier carrier = Carrier.connected(implementation, smsc);
      carrier.tenant.webhook(receiver);
      for (int part : new int[] {3, 1, 1, 2}) {
        carrier.sends("part %d of three ".formatted(part), part);
      }
      JsonObject received =
          receiver.await(push -> "12345".equals(push.data().getString("from", ""))).data();
      assertThat(received.getString("text"))
          .isEqualTo("part 1 of three part 2 of three part 3 of three ");
      assertThat(received.getInt("segments")).isEqualTo(3);
      carrier.stop();
    }
  }

  /** A foreign SMSC, the gateway's connector to it, and somebody whose messages go there. */
  private record Carrier(ForeignPeer smsc, Api admin, Tenant tenant, String connector) {
    private static int count;

    static synchronized Carrier connected(Implementation implementation, ForeignPeer smsc) {
      Api admin = MicroGateway.shared().admin();
      String name = implementation.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String connector = "encodings-%s-%d".formatted(name, ++count);
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, connector, smsc.port());
      return new Carrier(smsc, admin, tenant, connector);
    }

    void wants(JsonObjectBuilder submit) {
      int binds = smsc.events("bind").size();
      admin
          .put(
              "/api/v1/connectors/" + connector,
              createObjectBuilder()
                  .add("kind", "smpp")
                  .add("host", "127.0.0.1")
                  .add("port", smsc.port())
                  .add("system_id", "chasqui")
                  .add("password", "secret")
                  .add("submit", submit)
                  .build())
          .expect(200);
      Awaitility.await("a new bind").until(() -> smsc.events("bind").size() > binds);
      Tenant.awaitState(admin, connector, "bound");
    }

    /** The submits that a text came as. */
    List<JsonObject> gets(String text, int coding) {
      String to = Tenant.freshNumber();
      JsonObject preview =
          tenant
              .api()
              .post(
                  "/api/v1/messages/preview",
                  createObjectBuilder().add("text", text).add("connector", connector).build())
              .expect(200)
              .json();
      JsonObject message = tenant.awaitStatus(tenant.send(to, text), "delivered");
      assertThat(message.getString("encoding")).isEqualTo(preview.getString("encoding"));
      List<JsonObject> submits =
          new ArrayList<>(
              smsc.events("submit").stream()
                  .filter(each -> to.equals("+" + each.getString("destination")))
                  .toList());
      assertThat(submits).hasSameSizeAs(message.getJsonArray("segments"));
      assertThat(submits).allMatch(each -> each.getInt("coding") == coding);
      submits.sort(Comparator.comparing(each -> each.getString("octets")));
      return submits;
    }

    /** Of three parts, from a short code. */
    void sends(String text, int part) {
      int answers = smsc.events("answer").size();
      smsc.tell(
          createObjectBuilder()
              .add("source", "12345")
              .add("source_ton", 3)
              .add("destination", tenant.number().substring(1))
              .add("coding", 0)
              .add("esm_class", 0)
              .add("registered", 0)
              .add("octets", ascii(text))
              .add("payload", false)
              .add("sar_reference", 0xABCD)
              .add("sar_total", 3)
              .add("sar_sequence", part)
              .build());
      Awaitility.await("the answer").until(() -> smsc.events("answer").size() > answers);
    }

    void stop() {
      admin.post("/api/v1/connectors/" + connector + "/stop").expect(200);
    }
  }

  private static List<String> octets(List<JsonObject> submits) {
    return submits.stream().map(each -> each.getString("octets")).toList();
  }

  private static List<String> chunks(int size) {
    List<String> chunks = new ArrayList<>();
    for (int from = 0; from < DIGITS.length(); from += size) {
      chunks.add(ascii(DIGITS.substring(from, Math.min(DIGITS.length(), from + size))));
    }
    return chunks;
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
