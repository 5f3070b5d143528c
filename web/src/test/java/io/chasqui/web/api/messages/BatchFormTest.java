package io.chasqui.web.api.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chasqui.domain.message.MessageId;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchFormTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final MessageId ID = MessageId.of("01JD0000000000000000000000");
  private static final String RIGHT = "{'from':'Shop','to':'+5511999990000','text':'hello'}";

  @Test
  void each_entry_is_told_of_in_its_place() {
    JsonObject answer =
        answer(
            "{'messages':[%s,{'from':'Shop','to':'12','text':'hello'},%s]}"
                .formatted(RIGHT, RIGHT.replace("hello", "\u4f60".repeat(71))));
    assertThat(answer.getInt("accepted")).isEqualTo(2);
    assertThat(answer.getInt("refused")).isEqualTo(1);
    assertThat(entry(answer, 0).getString("id")).isEqualTo(ID.toString());
    assertThat(entry(answer, 0).getString("encoding")).isEqualTo("gsm7");
    assertThat(entry(answer, 1).getString("status")).isEqualTo("refused");
    assertThat(entry(answer, 1).getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("to");
    assertThat(entry(answer, 2).getString("id")).isEqualTo(ID.plus(2).toString());
    assertThat(entry(answer, 2).getString("encoding")).isEqualTo("ucs2");
    assertThat(entry(answer, 2).getInt("segments")).isEqualTo(2);
  }

  @Test
  void only_valid_entries_are_sent_under_the_ids_of_their_places() {
    BatchSubmission read = read("{'messages':[{'to':'12'},%s]}".formatted(RIGHT));
    assertThat(read.batch().requests()).containsOnlyKeys(1);
    assertThat(read.batch().requests().get(1).to().value()).isEqualTo("+5511999990000");
  }

  @Test
  void one_text_goes_to_many() {
    BatchSubmission read =
        read(
            "{'to':['+5511999990000',7,'+5511999990001'],'text':'sale','from':'Shop',"
                + "'validity_minutes':5}");
    assertThat(read.batch().requests()).containsOnlyKeys(0, 2);
    assertThat(read.batch().requests().values())
        .allMatch(each -> each.text().equals("sale") && each.validity().toMinutes() == 5);
    assertThat(answer(read).getJsonArray("messages")).hasSize(3);
  }

  @Test
  void a_thousand_are_taken_and_one_more_is_not() {
    assertThat(read(many(1_000)).batch().size()).isEqualTo(1_000);
    Problem problem = problem(many(1_001));
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail()).isEqualTo("messages: has more than 1000 entries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'messages':[{'from':'Shop','to':'12','text':'x'}]} | 422 | messages[0].to",
        "{'from':'Shop','to':['12'],'text':'x'} | 422 | to[0]",
        "{'from':'Shop','to':[],'text':'x'} | 422 | to",
        "{'from':'Shop','to':'+5511999990000','text':'x'} | 422 | to",
        "{'to':['+5511999990000'],'text':'x'} | 422 | from",
        "{'messages':[]} | 422 | messages",
        "{'messages':5} | 422 | messages",
        "{'messages':[5]} | 422 | messages[0].message",
        "{} | 422 | messages",
      })
  void where_nothing_can_be_sent_the_field_is_named(String body, int status, String field) {
    Problem problem = problem(body);
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.errors()).extracting("field").containsExactly(field);
  }

  @Test
  void fields_beside_messages_are_not_ignored() {
    Problem problem = problem("{'messages':[%s],'from':'Shop'}".formatted(RIGHT));
    assertThat(problem.errors()).extracting("field").containsExactly("from");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'messages':[{'to':'1','to':'2'}]} | the field 'to' occurs twice",
        "{'messages':[],'messages':[]} | the field 'messages' occurs twice",
        "{'messages':[{ | not JSON at line 1",
        "[] | the body must be a JSON object",
      })
  void a_document_that_cannot_be_read_is_malformed(String body, String detail) {
    Problem problem = problem(body);
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains(detail);
  }

  private static String many(int count) {
    return "{'messages':[%s]}".formatted(String.join(",", Collections.nCopies(count, RIGHT)));
  }

  private static BatchSubmission read(String body) {
    return BatchForm.read("client", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
  }

  private static Problem problem(String body) {
    return catchThrowableOfType(ProblemException.class, () -> read(body)).problem();
  }

  private static JsonObject answer(String body) {
    return answer(read(body));
  }

  private static JsonObject answer(BatchSubmission submission) {
    try (JsonReader reader = Json.createReader(new StringReader(submission.answer(ID)))) {
      return reader.readObject();
    }
  }

  private static JsonObject entry(JsonObject answer, int place) {
    return answer.getJsonArray("messages").getJsonObject(place);
  }
}
