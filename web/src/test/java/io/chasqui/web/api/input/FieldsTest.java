package io.chasqui.web.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chasqui.domain.address.Msisdn;
import io.chasqui.web.api.problem.FieldError;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void right_fields_are_read() {
    Fields fields =
        of(
            "{'name':'n','port':2775,'enabled':false,'list':['a','b'],'at':'2026-11-22T10:00:00-03:00'}");
    assertThat(fields.text("name", 10)).isEqualTo("n");
    assertThat(fields.number("port", 1, 65535)).isEqualTo(2775);
    assertThat(fields.flag("enabled", true)).isFalse();
    assertThat(fields.texts("list", 2)).containsExactly("a", "b");
    assertThat(fields.instant("at")).contains(Instant.parse("2026-11-22T13:00:00Z"));
    fields.check();
  }

  @Test
  void what_is_left_out_or_null_has_its_default() {
    Fields fields = of("{'window':null}");
    assertThat(fields.number("window", 50, 1, 1000)).isEqualTo(50);
    assertThat(fields.flag("enabled", true)).isTrue();
    assertThat(fields.optionalText("name", 10)).isEmpty();
    fields.check();
  }

  @Test
  void all_wrong_fields_are_told_at_once() {
    Fields fields = of("{'to':'abc','text':7,'port':70000,'enabled':'yes','colour':'red'}");
    fields.readRequired("to", 20, Msisdn::of);
    fields.text("from", 20);
    fields.text("text", 20);
    fields.number("port", 1, 65535);
    fields.flag("enabled", true);
    Problem problem = refused(fields);
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("to", "from", "text", "port", "enabled", "colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "0", "65536", "-1", "99999999999999999999", "1e99", "1e999999999"})
  void a_number_must_be_whole_and_in_its_range(String number) {
    Fields fields = of("{'port':" + number + "}");
    fields.number("port", 1, 65535);
    assertThat(refused(fields).errors())
        .containsExactly(new FieldError("port", "must be a whole number from 1 to 65535"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "[]", "[1]", "['a','b','c']", "{}"})
  void a_list_must_be_of_texts_and_not_too_long(String list) {
    Fields fields = of("{'list':" + list + "}");
    assertThat(fields.texts("list", 2)).isEmpty();
    assertThat(refused(fields).errors()).extracting(FieldError::field).containsExactly("list");
  }

  @Test
  void a_blank_required_text_is_refused_and_a_long_one_too() {
    Fields fields = of("{'name':'  ','title':'12345'}");
    fields.text("name", 10);
    fields.text("title", 4);
    assertThat(refused(fields).errors())
        .extracting(FieldError::field)
        .containsExactly("name", "title");
  }

  @Test
  void an_early_end_does_not_call_fields_unknown_that_were_not_asked_for_yet() {
    Fields fields = of("{'kind':'pigeon','host':'h'}");
    fields.wrong("kind", "must be smpp or modem");
    ProblemException thrown = catchThrowableOfType(ProblemException.class, fields::checkSoFar);
    assertThat(thrown.problem().errors()).extracting(FieldError::field).containsExactly("kind");
  }

  @Test
  void what_is_wrong_within_objects_and_lists_is_told_with_its_path() {
    Fields fields =
        of(
            "{'outer':{'a':'x','odd':1,'list':[{'b':2},{'b':'x','odd':1},7]},'none':'x','many':[{},{}]}");
    Fields outer = fields.object("outer").orElseThrow();
    outer.number("a", 0, 1, 9);
    outer.objects("list", 3).orElseThrow().forEach(each -> each.number("b", 0, 1, 9));
    assertThat(fields.object("none")).isEmpty();
    assertThat(fields.objects("many", 1)).isEmpty();
    assertThat(fields.object("left_out")).isEmpty();
    assertThat(refused(fields).errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "outer.a",
            "outer.odd",
            "outer.list[1].b",
            "outer.list[1].odd",
            "outer.list[2]",
            "none",
            "many");
  }

  private static Fields of(String json) {
    return Body.fields(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Problem refused(Fields fields) {
    return catchThrowableOfType(ProblemException.class, fields::check).problem();
  }
}
