package io.chasqui.systemtest.foreign;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Coding;
import io.chasqui.simulator.MobileOriginated;
import io.chasqui.simulator.ReceivedSubmit;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.MicroGateway;
import io.chasqui.systemtest.Tenant;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway as SMSC of ESMEs that are not ours: what they submit leaves octet by octet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignEsmeST {
  private static final String CONNECTOR = "foreign-esmes";
  private static final String PASSWORD = "pa55word";
  private static final int UDHI = 0x40;
  private static final int INTERNATIONAL = 1;
  private static final int NATIONAL = 2;
  private static final int NETWORK_SPECIFIC = 3;

  private Simulator carrier;
  private MicroGateway gateway;
  private Api admin;

  @BeforeAll
  void connect() throws Exception {
    gateway = MicroGateway.shared();
    admin = gateway.admin();
    carrier =
        Simulator.start(
            SimulatorOptions.builder()
                .port(0)
                .systemId("chasqui")
                .password("secret")
                .logLimit(10_000)
                .build());
    Tenant.connect(admin, CONNECTOR, carrier);
  }

  @AfterAll
  void disconnect() {
    admin.post("/api/v1/connectors/" + CONNECTOR + "/stop").expect(200);
    carrier.close();
  }

  @ParameterizedTest
  @EnumSource
  void submits_every_kind_of_content_and_gets_receipts_and_messages(Implementation implementation)
      throws Exception {
    Tenant tenant = Tenant.create(admin);
    String systemId = ("e" + tenant.number()).substring(0, 15).replace("+", "");
    admin
        .post(
            "/api/v1/clients/" + tenant.id() + "/smpp-accounts",
            createObjectBuilder()
                .add("system_id", systemId)
                .add("password", PASSWORD)
                .add("allowed_ips", createArrayBuilder().add("127.0.0.1/32"))
                .add("max_binds", 4)
                .add("window", 100)
                .add("submits_per_second", 0)
                .build())
        .expect(201);
    try (ForeignPeer esme = ForeignPeer.esme(implementation)) {
      esme.tell(
          createObjectBuilder()
              .add("do", "bind")
              .add("type", "transceiver")
              .add("port", gateway.smppPort())
              .add("system_id", systemId)
              .add("password", PASSWORD)
              .build());
      assertThat(esme.await("bound", event -> true).getInt("status")).isZero();

      submits(tenant, esme, 0, 0, "48656c6c6f20000102201b281b651b29207d5b", false);
      submits(tenant, esme, 8, 0, utf16("Olá 😀 ✓"), false);
      IntStream.rangeClosed(1, 10)
          .forEach(
              part ->
                  submits(
                      tenant,
                      esme,
                      0,
                      UDHI,
                      "0500034b0a%02x".formatted(part) + "61".repeat(150 + (part % 2)),
                      false));
      String payload = utf16("Ação 😀 ".repeat(150));
      submits(tenant, esme, 8, 0, payload, true);
      String shortCode = tenant.number().substring(tenant.number().length() - 6);
      submits(tenant, esme, NETWORK_SPECIFIC, shortCode, 0, 0, "766f746531", false);
      submits(tenant, esme, NATIONAL, "0" + shortCode + "99", 0, 0, "766f746532", false);
      receives(tenant, esme);

      esme.tell(createObjectBuilder().add("do", "unbind").build());
      assertThat(esme.await("unbound", event -> true).getInt("status")).isZero();
    }
  }

  /** The carrier gets these octets, in one piece or joined, and the ESME the receipt. */
  private void submits(
      Tenant tenant, ForeignPeer esme, int coding, int esmClass, String octets, boolean payload) {
    String to = Tenant.freshNumber().substring(1);
    submits(tenant, esme, INTERNATIONAL, to, coding, esmClass, octets, payload);
  }

  private void submits(
      Tenant tenant,
      ForeignPeer esme,
      int ton,
      String to,
      int coding,
      int esmClass,
      String octets,
      boolean payload) {
    int before = esme.events("submitted").size();
    esme.tell(
        createObjectBuilder()
            .add("do", "submit")
            .add("source", tenant.number().substring(1))
            .add("destination", to)
            .add("destination_ton", ton)
            .add("coding", coding)
            .add("esm_class", esmClass)
            .add("registered", 1)
            .add("octets", octets)
            .add("payload", payload)
            .build());
    Awaitility.await("the submit's answer").until(() -> esme.events("submitted").size() > before);
    JsonObject answer = esme.events("submitted").get(before);
    assertThat(answer.getInt("status")).isZero();
    String id = answer.getString("id");

    JsonObject receipt = esme.await("delivery", event -> to.equals(event.getString("source", "")));
    assertThat(receipt.getInt("esm_class") & 0x3C).isEqualTo(0x04);
    assertThat(receipt.getString("destination")).isEqualTo(tenant.number().substring(1));
    assertThat(receipt.getString("receipted_message_id")).isEqualTo(id);
    assertThat(receipt.getInt("message_state")).isEqualTo(2);
    assertThat(ascii(receipt.getString("octets")))
        .startsWith("id:" + id + " sub:")
        .contains(" stat:DELIVRD err:000 text:");

    List<ReceivedSubmit> submits =
        carrier.log().submits().stream()
            .filter(each -> to.equals(each.destination().value()))
            .toList();
    assertThat(submits).allMatch(each -> each.dataCoding() == coding);
    assertThat(submits).allMatch(each -> each.destination().ton() == ton);
    if (payload) {
      assertThat(joined(submits)).isEqualTo(octets);
    } else {
      assertThat(submits).as("to %s of %s", to, carrier.log().submits()).hasSize(1);
      assertThat(HexFormat.of().formatHex(submits.get(0).userData())).isEqualTo(octets);
      assertThat(submits.get(0).esmClass() & UDHI).isEqualTo(esmClass);
    }
  }

  private void receives(Tenant tenant, ForeignPeer esme) throws Exception {
    String from = Tenant.freshNumber();
    assertThat(
            carrier
                .inject(MobileOriginated.of(from, tenant.number(), "Até já 😀").in(Coding.UCS2))
                .get(30, TimeUnit.SECONDS))
        .isZero();
    JsonObject delivery =
        esme.await("delivery", event -> from.substring(1).equals(event.getString("source", "")));
    assertThat(delivery.getInt("coding")).isEqualTo(8);
    assertThat(delivery.getInt("esm_class") & 0x3C).isZero();
    assertThat(delivery.getString("octets")).isEqualTo(utf16("Até já 😀"));
  }

  private static String joined(List<ReceivedSubmit> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    parts.stream()
        .sorted((a, b) -> Integer.compare(a.userData()[5] & 0xFF, b.userData()[5] & 0xFF))
        .forEach(
            part -> {
              int header = 1 + part.userData()[0];
              joined.write(part.userData(), header, part.userData().length - header);
            });
    return HexFormat.of().formatHex(joined.toByteArray());
  }

  private static String utf16(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static String ascii(String octets) {
    return new String(HexFormat.of().parseHex(octets), StandardCharsets.US_ASCII);
  }
}
