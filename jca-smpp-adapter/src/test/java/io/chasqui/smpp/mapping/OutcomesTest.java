package io.chasqui.smpp.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.wire.SubmitAnswer;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {
  private static final MessageId MESSAGE = MessageId.next(Clock.systemUTC());
  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

  private static SubmitOutcome of(int status) {
    return Outcomes.of(
        new SubmitAnswer(1, status, false, ""), StatusTable.STANDARD, MESSAGE, 2, NOW);
  }

  @Test
  void ok_is_accepted_under_the_carriers_own_name() {
    assertThat(
            Outcomes.of(
                new SubmitAnswer(1, 0, false, "00A7"), StatusTable.STANDARD, MESSAGE, 2, NOW))
        .isEqualTo(new SubmitOutcome.Accepted(MESSAGE, 2, NOW, "00A7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x04, 0x08, 0x14, 0x45, 0x58, 0x61, 0x64})
  void what_passes_is_deferred(int status) {
    assertThat(of(status)).isInstanceOf(SubmitOutcome.Deferred.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x0A, 0x0B, 0x0C, 0x33, 0x43, 0x65, 0x66, 0xFE, 0xFF, 0x0400})
  void what_stays_is_rejected(int status) {
    assertThat(of(status)).isInstanceOf(SubmitOutcome.Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({"10, ESME_RINVSRCADR (0x0a)", "1024, 0x00000400"})
  void a_reason_names_the_status_and_a_carriers_own_by_number(int status, String reason) {
    assertThat(((SubmitOutcome.Rejected) of(status)).reason()).isEqualTo(reason);
  }

  @Test
  void a_generic_nack_never_accepts_and_is_else_treated_by_its_status() {
    assertThat(nack(0x08)).isInstanceOf(SubmitOutcome.Deferred.class);
    assertThat(nack(0x58)).isInstanceOf(SubmitOutcome.Deferred.class);
    assertThat(nack(0x03)).isInstanceOf(SubmitOutcome.Rejected.class);
    assertThat(nack(0x00)).isInstanceOf(SubmitOutcome.Rejected.class);
  }

  private static SubmitOutcome nack(int status) {
    return Outcomes.of(
        new SubmitAnswer(1, status, true, ""), StatusTable.STANDARD, MESSAGE, 1, NOW);
  }
}
