package io.chasqui.web.api.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SmppVersion;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.problem.FieldError;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewFormTest {
  private static final ConnectorId CARRIER = ConnectorId.of("carrier-a");

  @Test
  void a_plain_text_is_counted() {
    JsonObject answer = answer("{\"text\":\"Hello €\"}");
    assertThat(answer.getString("encoding")).isEqualTo("gsm7");
    assertThat(answer.getInt("segments")).isEqualTo(1);
    assertThat(answer.getInt("characters")).isEqualTo(8);
    assertThat(answer.getInt("characters_per_segment")).isEqualTo(160);
    assertThat(answer.getInt("characters_left")).isEqualTo(152);
    assertThat(answer.getJsonArray("offenders")).isEmpty();
    assertThat(answer.get("replaced")).isEqualTo(JsonValue.NULL);
    assertThat(answer.get("refusal")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void what_costs_ucs_2_is_named_with_what_replacing_it_would_give() {
    JsonObject answer = answer("{\"text\":\"“Olá” 1\"}");
    assertThat(answer.getString("encoding")).isEqualTo("ucs2");
    assertThat(answer.getInt("characters_per_segment")).isEqualTo(70);
    assertThat(answer.getJsonArray("offenders").getJsonObject(0))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("position", 0)
                .add("character", "“")
                .add("look_alike", "\"")
                .build());
    assertThat(answer.getJsonObject("replaced"))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("look_alikes", "typography_and_accents")
                .add("text", "\"Ola\" 1")
                .add("encoding", "gsm7")
                .add("segments", 1)
                .build());
  }

  @Test
  void a_connector_that_is_named_has_its_own_way() {
    JsonObject answer = answer("{\"text\":\"%s\",\"connector\":\"carrier-a\"}", "ş".repeat(160));
    assertThat(answer.getString("encoding")).isEqualTo("gsm7");
    assertThat(answer.getString("national_language")).isEqualTo("turkish");
    assertThat(answer.getInt("segments")).isEqualTo(2);
    assertThat(answer.getInt("characters_per_segment")).isEqualTo(148);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                 | text",
        "{\"text\":\"\"}                    | text",
        "{\"text\":\"a\",\"connector\":\"nowhere\"} | connector",
        "{\"text\":\"a\",\"connector\":\"No Id\"} | connector",
        "{\"text\":\"a\",\"to\":\"+5511999990000\"} | to"
      })
  void a_bad_field_is_named(String body, String field) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> answer(body));
    assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly(field);
  }

  private static JsonObject answer(String body, Object... values) {
    byte[] octets = body.formatted(values).getBytes(StandardCharsets.UTF_8);
    return PreviewForm.answer(Body.fields(octets), directory());
  }

  private static DirectorySnapshot directory() {
    DirectorySnapshot empty = DirectorySnapshot.EMPTY;
    return new DirectorySnapshot(
        empty.clients(),
        empty.numbers(),
        empty.services(),
        empty.routing(),
        Map.of(CARRIER, connector()),
        empty.unusable(),
        empty.webhooks(),
        empty.keys(),
        empty.smppAccounts());
  }

  private static ConnectorView connector() {
    EncodingPolicy turkish =
        EncodingPolicy.STANDARD.withLanguages(Set.of(NationalLanguage.TURKISH));
    SmppLinkSettings settings =
        SmppLinkSettings.of(
                CARRIER,
                new SmppPeer("127.0.0.1", 2775, Optional.empty()),
                new SmppLogin("esme", "", "", SmppVersion.V3_4, Numbering.UNKNOWN, ""))
            .with(SubmitSettings.STANDARD.with(new Writing(turkish, Splitting.UDH16)));
    return new ConnectorView(
        CARRIER, ConnectorKind.SMPP, true, OnUnknown.KEEP, settings, ReceiptReading.STANDARD);
  }
}
