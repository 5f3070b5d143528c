package io.chasqui.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.web.Caller;
import io.chasqui.web.Deployed;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong in the deployed application, as a client sees it. */
class ProblemIT extends Deployed {
  @ParameterizedTest
  @CsvSource({
    "MISSING, 404, there is no client 'x'",
    "CONFLICT, 409, the client has numbers",
    "FIELD, 422, port: must be 1-65535",
    "BUSY, 503, the intake is full",
    "TWICE, 409, somebody else changed it",
    "OUTDATED, 409, somebody else changed it",
    "UNFORESEEN, 500, it is in the gateway's log",
  })
  void each_failure_is_a_problem_that_says_what_to_do_and_nothing_of_us(
      String failure, int status, String detail) throws Exception {
    Caller.Answer answer = nobody().get("/failures/" + failure).expect(status);
    assertProblem(answer);
    assertThat(answer.json().getString("detail")).contains(detail);
  }

  @Test
  void a_bad_field_is_named() throws Exception {
    JsonObject error =
        nobody().get("/failures/FIELD").json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("port");
  }

  @Test
  void a_busy_gateway_says_when_to_come_again() throws Exception {
    assertThat(nobody().get("/failures/BUSY").header("Retry-After")).isEqualTo("7");
  }

  @Test
  void what_the_server_itself_refuses_is_a_problem_as_well() throws Exception {
    assertProblem(administrator().get("/nothing/here").expect(404));
    Caller.Answer method = administrator().delete("/connectors").expect(405);
    assertProblem(method);
    assertThat(method.header("Allow")).contains("GET", "POST");
    assertProblem(nobody().post("/failures", "text/plain", "hello").expect(415));
    assertProblem(nobody().with("Accept", "image/png").get("/failures/MISSING").expect(406));
  }

  private static void assertProblem(Caller.Answer answer) {
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(answer.status());
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "jdbc", "io.chasqui");
  }
}
