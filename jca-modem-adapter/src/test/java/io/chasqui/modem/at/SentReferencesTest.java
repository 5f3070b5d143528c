package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.address.Address;
import io.chasqui.modem.tpdu.SmsStatusReport;
import io.chasqui.modem.tpdu.TpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SentReferencesTest {
  private static final Address ANA = Address.infer("+5511988880000");
  private static final Address EVA = Address.infer("+5511988880001");

  private Instant now = Instant.parse("2026-11-22T18:31:00Z");
  private SentReferences references = restarted();

  private SentReferences restarted() {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    return new SentReferences("sims/sim-1", clock);
  }

  private String sent(int reference, Address to) {
    return references.sent(OptionalInt.of(reference), to);
  }

  private String reported(int reference, Address by, String acceptedAt) {
    return references.reported(
        new SmsStatusReport(
            reference,
            by,
            Optional.of(OffsetDateTime.parse(acceptedAt)),
            Optional.empty(),
            new TpStatus(0)));
  }

  @Test
  void one_reference_to_two_recipients_is_two_messages() {
    String ana = sent(7, ANA);
    String eva = sent(7, EVA);
    assertThat(reported(7, EVA, "2026-11-22T18:31:02Z")).isEqualTo(eva);
    assertThat(reported(7, ANA, "2026-11-22T18:31:01Z")).isEqualTo(ana);
  }

  @Test
  void one_that_wrapped_is_told_apart_by_when_the_centre_took_it() {
    String first = sent(7, ANA);
    now = now.plusSeconds(3600);
    String second = sent(7, ANA);
    assertThat(second).isNotEqualTo(first);
    assertThat(reported(7, ANA, "2026-11-22T18:31:01Z")).isEqualTo(first);
    assertThat(reported(7, ANA, "2026-11-22T16:31:01-03:00")).isEqualTo(second);
  }

  @Test
  void a_report_after_a_restart_still_names_its_message() {
    String before = sent(7, ANA);
    references = restarted();
    now = now.plusSeconds(86_400);
    assertThat(reported(7, ANA, "2026-11-22T15:31:01-03:00")).isEqualTo(before);
  }

  @Test
  void a_recipient_reported_in_national_form_is_the_same() {
    String ana = sent(7, ANA);
    Address national = Address.of(Address.NATIONAL, Address.ISDN, "011988880000");
    assertThat(reported(7, national, "2026-11-22T18:31:02Z")).isEqualTo(ana);
  }

  @Test
  void a_name_is_what_a_carrier_could_have_given() {
    assertThat(sent(255, ANA)).matches("[a-z0-9-]{10,64}");
    assertThat(references.sent(OptionalInt.empty(), ANA)).matches("[a-z0-9-]{10,64}");
  }
}
