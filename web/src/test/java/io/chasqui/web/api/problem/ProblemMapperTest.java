package io.chasqui.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.intake.IntakeBusyException;
import io.chasqui.app.intake.IntakeUnsureException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.EJBException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMapperTest {
  private final ProblemMapper mapper = new ProblemMapper();

  @Test
  void every_bad_field_is_named() {
    Response answer =
        mapper.toResponse(
            Problem.invalid(List.of(new FieldError("to", "is missing"))).asException());
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    JsonObject error = json(answer).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("to");
    assertThat(error.getString("detail")).isEqualTo("is missing");
    assertThat(json(answer).getInt("status")).isEqualTo(422);
  }

  @Test
  void a_cause_that_is_known_is_found_below_the_containers_wrapping() {
    Throwable wrapped =
        new IllegalStateException(new RuntimeException(new NoSuchThingException("client", "x")));
    assertThat(mapper.toResponse(wrapped).getStatus()).isEqualTo(404);
  }

  @Test
  void what_nobody_foresaw_tells_nothing_of_us() {
    Response answer =
        mapper.toResponse(new IllegalStateException("jdbc:mariadb://10.0.0.1 password"));
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getEntity().toString())
        .doesNotContain("jdbc")
        .doesNotContain("Exception")
        .containsPattern("error [0-9a-f-]{36}");
  }

  @ParameterizedTest
  @MethodSource
  void while_the_database_is_away_clients_are_told_to_come_again(Exception lost) {
    Response answer = mapper.toResponse(new EJBException("idempotency keys", lost));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(answer.getEntity().toString()).doesNotContain("10.0.0.1");
  }

  static List<Exception> while_the_database_is_away_clients_are_told_to_come_again() {
    return List.of(
        new SQLException("no connection to 10.0.0.1 could be allocated"),
        new SQLException("no", "HY000", new SQLNonTransientConnectionException("10.0.0.1")),
        new SystemException("10.0.0.1 was lost at the commit"),
        new SQLNonTransientConnectionException("10.0.0.1 has closed the connection"),
        new SQLTransientConnectionException("10.0.0.1 timed out"));
  }

  @Test
  void a_message_that_may_be_accepted_is_named_and_not_called_refused() {
    MessageId id = MessageId.of("01JD0000000000000000000000");
    Response answer = mapper.toResponse(new IntakeUnsureException(id));
    assertThat(answer.getStatus()).isEqualTo(504);
    assertThat(answer.getHeaderString("Retry-After")).isNull();
    assertThat(json(answer).getString("id")).isEqualTo(id.toString());
    assertThat(json(answer).getString("detail")).contains("may have been accepted");
  }

  @Test
  void a_refused_message_may_be_sent_again() {
    Response answer =
        mapper.toResponse(new IntakeBusyException("it is full", Duration.ofSeconds(5)));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(json(answer).getString("detail")).contains("was not accepted");
  }

  @Test
  void jax_rs_own_refusals_are_problems_too() {
    assertThat(json(mapper.toResponse(new NotFoundException())).getInt("status")).isEqualTo(404);
    Response answer = mapper.toResponse(new NotAllowedException("GET", new String[] {"POST"}));
    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeaderString("Allow")).contains("GET").contains("POST");
  }

  private static JsonObject json(Response answer) {
    return Json.createReader(new StringReader(answer.getEntity().toString())).readObject();
  }
}
