package io.chasqui.web.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"to\":}",
        "{\"to\":\"a\"} x",
        "{\"to\":\"a\"}{}",
        "[]",
        "7",
        "\"text\"",
        "null",
        "{'to':'a'}",
        "{\"to\":\"a\",\"to\":\"b\"}",
        "{\"to\":\"\\ud8\"}"
      })
  void what_is_no_json_object_is_malformed(String body) {
    assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void malformed_json_is_told_with_its_place() {
    assertThat(refused("{\"to\":\n  nope}".getBytes(StandardCharsets.UTF_8)).detail())
        .contains("line 2")
        .contains("column");
  }

  @Test
  void another_charset_than_utf_8_is_malformed() {
    assertThat(refused("{\"to\":\"ação\"}".getBytes(StandardCharsets.ISO_8859_1)).status())
        .isEqualTo(400);
  }

  @Test
  void a_hundred_thousand_brackets_do_no_harm() {
    String deep = "{\"a\":" + "[".repeat(100_000);
    assertThat(refused(deep.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void more_than_a_megabyte_is_too_large() throws Exception {
    byte[] most = ("{\"a\":\"" + "x".repeat(Body.LARGEST - 8) + "\"}").getBytes();
    assertThat(Body.fields(new ByteArrayInputStream(most)).has("a")).isTrue();
    byte[] more = ("{\"a\":\"" + "x".repeat(Body.LARGEST) + "\"}").getBytes();
    assertThat(refused(more).status()).isEqualTo(413);
  }

  private static Problem refused(byte[] body) {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> Body.fields(new ByteArrayInputStream(body)));
    assertThat(thrown).as("taken").isNotNull();
    return thrown.problem();
  }
}
