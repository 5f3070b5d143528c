package io.chasqui.systemtest;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What clients do wrong is told to them clearly, and nothing of our insides is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputST {
  private static final String MESSAGES = "/api/v1/messages";

  private MicroGateway gateway;
  private Tenant tenant;

  @BeforeAll
  void create() throws Exception {
    gateway = MicroGateway.shared();
    tenant = Tenant.create(gateway.admin());
  }

  @Test
  void a_wrong_key_is_refused() {
    Api.Answer answer =
        Api.anonymous(gateway.baseUri())
            .withKey("sk_live_wrong")
            .post(MESSAGES, tenant.message("+5511999990000", "hello"));
    assertProblem(answer, 401);
    assertThat(answer.response().headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void what_is_not_json_is_told_where_it_ends_to_be() {
    Api.Answer answer = tenant.api().postText(MESSAGES, "{\"from\": \"x\", ");
    assertProblem(answer, 400);
    assertThat(answer.json().getString("detail")).contains("line 1");
  }

  @Test
  void every_bad_field_is_named_at_once() {
    Api.Answer answer =
        tenant
            .api()
            .post(
                MESSAGES,
                createObjectBuilder()
                    .add("from", "much too long for a sender")
                    .add("to", "abc")
                    .add("text", 5)
                    .add("colour", "red")
                    .build());
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactlyInAnyOrder("from", "to", "text", "colour");
  }

  @Test
  void a_number_that_is_none_is_named() {
    Api.Answer answer = tenant.api().post(MESSAGES, tenant.message("abc", "hello"));
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactly("to");
  }

  @Test
  void a_text_of_a_hundred_thousand_characters_is_refused_with_its_length() {
    Api.Answer answer =
        tenant.api().post(MESSAGES, tenant.message("+5511999990000", "x".repeat(100_000)));
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactly("text");
    assertThat(answer.text()).contains("100000");
  }

  @Test
  void a_body_beyond_a_megabyte_is_not_read() {
    assertProblem(
        tenant.api().post(MESSAGES, tenant.message("+5511999990000", "x".repeat(1 << 20))), 413);
  }

  @Test
  void a_connector_to_a_closed_port_says_so_in_its_state() throws Exception {
    Api admin = gateway.admin();
    int nobody = FreePorts.one();
    admin
        .post(
            "/api/v1/connectors",
            createObjectBuilder()
                .add("id", "closed-port")
                .add("kind", "smpp")
                .add("host", "127.0.0.1")
                .add("port", nobody)
                .add("system_id", "x")
                .add("password", "x")
                .build())
        .expect(201);
    Tenant.awaitState(admin, "closed-port", "retrying");
    JsonObject connector = admin.get("/api/v1/connectors/closed-port").expect(200).json();
    assertThat(connector.getString("detail")).contains("127.0.0.1:" + nobody).contains("refused");
    admin.send("DELETE", "/api/v1/connectors/closed-port", null).expect(204);
  }

  @Test
  void a_route_to_a_connector_that_does_not_exist_is_refused() throws Exception {
    Api.Answer answer =
        gateway
            .admin()
            .post(
                "/api/v1/routes",
                createObjectBuilder()
                    .add("order", 0)
                    .add("kind", "default")
                    .add("connectors", createArrayBuilder().add("nowhere"))
                    .build());
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactly("connectors");
  }

  @Test
  void the_same_idempotency_key_sends_once_and_answers_alike() {
    Api once = tenant.api().withHeader("Idempotency-Key", "order-" + System.nanoTime());
    JsonObject message = tenant.message(Tenant.freshNumber(), "once");
    String first = once.post(MESSAGES, message).expect(202).text();
    assertThat(once.post(MESSAGES, message).expect(202).text()).isEqualTo(first);
    assertProblem(once.post(MESSAGES, tenant.message("+5511999990000", "another")), 422);
  }

  @Test
  void an_unknown_path_and_a_wrong_method_are_problems_too() {
    assertProblem(tenant.api().get("/api/v1/nothing"), 404);
    assertProblem(tenant.api().send("DELETE", MESSAGES, null), 405);
  }

  private static void assertProblem(Api.Answer answer, int status) {
    answer.expect(status);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.json().getInt("status")).isEqualTo(status);
    assertThat(answer.json().getString("detail")).isNotBlank();
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "io.chasqui");
  }

  private static List<String> fields(Api.Answer answer) {
    return answer.json().getJsonArray("errors").stream()
        .map(error -> error.asJsonObject().getString("field"))
        .toList();
  }
}
