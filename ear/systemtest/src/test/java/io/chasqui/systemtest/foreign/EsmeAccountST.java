package io.chasqui.systemtest.foreign;

import static jakarta.json.Json.createObjectBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.MicroGateway;
import io.chasqui.systemtest.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What an operator sees of an account's ESME. */
class EsmeAccountST {
  private static final String PASSWORD = "pa55word";
  private static final String SECRET = "not to be seen";

  private final MicroGateway gateway = MicroGateway.shared();
  private final Api admin = gateway.admin();

  @Test
  void an_operator_sees_the_accounts_pdus_and_the_servers_counters() throws Exception {
    Tenant tenant = Tenant.create(admin);
    String systemId = "t" + tenant.number().substring(1);
    String accounts = "/api/v1/clients/" + tenant.id() + "/smpp-accounts";
    String trace = accounts + "/" + systemId + "/trace";
    admin
        .post(
            accounts,
            createObjectBuilder().add("system_id", systemId).add("password", PASSWORD).build())
        .expect(201);
    assertThat(admin.get(trace).expect(200).json().getBoolean("enabled")).isFalse();
    admin.put(trace, createObjectBuilder().add("enabled", true).build()).expect(200);

    try (ForeignPeer esme = ForeignPeer.esme(Implementation.CLOUDHOPPER)) {
      bindAndSubmit(esme, tenant, systemId);
    }
    assertThat(admin.get(trace).expect(200).text())
        .contains("\"submit_sm\"", "\"submit_sm_resp\"")
        .doesNotContain(SECRET, HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.US_ASCII)));
    assertThat(Api.anonymous(gateway.baseUri()).get("/metrics").expect(200).text())
        .containsPattern("chasqui_esme_submitted_total(\\{[^}]*\\})? [1-9]")
        .containsPattern(
            "chasqui_esme_pdus_in_total\\{[^}]*command=\"submit_sm\"[^}]*\\} [1-9]");
  }

  private void bindAndSubmit(ForeignPeer esme, Tenant tenant, String systemId) {
    esme.tell(
        createObjectBuilder()
            .add("do", "bind")
            .add("type", "transceiver")
            .add("port", gateway.smppPort())
            .add("system_id", systemId)
            .add("password", PASSWORD)
            .build());
    assertThat(esme.await("bound", event -> true).getInt("status")).isZero();
    esme.tell(
        createObjectBuilder()
            .add("do", "submit")
            .add("source", tenant.number().substring(1))
            .add("destination", Tenant.freshNumber().substring(1))
            .add("coding", 0)
            .add("esm_class", 0)
            .add("registered", 0)
            .add("octets", HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.US_ASCII)))
            .add("payload", false)
            .build());
    esme.await("submitted", event -> true);
  }

  @Test
  void the_trace_of_an_account_there_is_not_is_not_found_and_clients_may_not_see_any()
      throws Exception {
    Tenant tenant = Tenant.create(admin);
    String path = "/api/v1/clients/" + tenant.id() + "/smpp-accounts/nobody/trace";
    admin.get(path).expect(404);
    admin.put(path, createObjectBuilder().build()).expect(404);
    Api.anonymous(gateway.baseUri()).get(path).expect(401);
  }
}
