package io.chasqui.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.operations.SmppOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredOptionsTest {
  @Test
  void members_of_a_later_version_are_passed_over_and_missing_ones_are_the_usual() {
    String document =
        """
        {"version":1,"colour":"red","timers":{"bind_seconds":7,"tea_seconds":5},"tls":null}
        """;
    assertThat(StoredOptions.decode(document).timers())
        .isEqualTo(SmppTimers.STANDARD.withBind(Duration.ofSeconds(7)));
    assertThat(StoredOptions.decode("{\"version\":1}")).isEqualTo(SmppOptions.STANDARD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                           | JSON object",
        "{}                                                           | version is missing",
        "{\"version\":2}                                              | version",
        "{\"version\":1,\"timers\":7}                                 | timers",
        "{\"version\":1,\"timers\":{\"bind_seconds\":1.5}}            | timers.bind_seconds",
        "{\"version\":1,\"timers\":{\"reconnect_max_seconds\":0}}     | reconnect_max_seconds",
        "{\"version\":1,\"submit\":{\"tlvs\":[{\"tag\":\"0x1400\"}]}} | submit.tlvs[0].type",
        "{\"version\":1,\"statuses\":[3]}                             | statuses[0]",
        "{\"version\":1,\"message_id_dialect\":\"klingon\"}           | message_id_dialect"
      })
  void a_document_that_makes_no_sense_is_refused_and_says_where(String document, String where) {
    assertThatExceptionOfType(UnreadableOptionsException.class)
        .isThrownBy(() -> StoredOptions.decode(document))
        .withMessageContaining(where);
  }
}
