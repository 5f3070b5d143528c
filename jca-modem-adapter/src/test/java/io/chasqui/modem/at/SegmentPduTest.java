package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.Carriage;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.message.MessageId;
import io.chasqui.modem.tpdu.SmsSubmit;
import io.chasqui.modem.tpdu.TpduException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentPduTest {
  private static final Address FULL_NUMBER =
      Address.of(Address.UNKNOWN, Address.ISDN, "5511999990000");

  private static Segment segment(Address to, int coding, String text, Carriage carriage) {
    return new Segment(
        MessageId.next(Clock.systemUTC()),
        1,
        1,
        Address.infer("Chasqui"),
        to,
        DataCodingScheme.of(coding),
        text.getBytes(StandardCharsets.ISO_8859_1),
        false,
        true,
        Duration.ofHours(24),
        Optional.empty(),
        carriage);
  }

  private static SmsSubmit submit(Address to, int coding, String text, Carriage carriage)
      throws TpduException {
    return (SmsSubmit) SegmentPdu.of(segment(to, coding, text, carriage)).tpdu();
  }

  @Test
  void a_full_number_goes_out_as_an_international_one() throws TpduException {
    assertThat(submit(FULL_NUMBER, 0, "hi", Carriage.SHORT_MESSAGE).destination())
        .isEqualTo(Address.of(Address.INTERNATIONAL, Address.ISDN, "5511999990000"));
  }

  @Test
  void a_short_code_stays_one() throws TpduException {
    Address code = Address.of(Address.UNKNOWN, Address.ISDN, "28444");
    assertThat(submit(code, 0, "hi", Carriage.SHORT_MESSAGE).destination()).isEqualTo(code);
  }

  @Test
  void a_place_told_by_parameters_goes_into_the_header() throws TpduException {
    Carriage second = new Carriage.WithSar(new Concatenation(0x1234, 3, 2));
    assertThat(submit(FULL_NUMBER, 0, "part", second).data().concatenation())
        .contains(new Concatenation(0x1234, 3, 2));
  }

  @Test
  void latin_1_becomes_what_the_air_has() throws TpduException {
    SmsSubmit gsm = submit(FULL_NUMBER, 3, "olé", Carriage.SHORT_MESSAGE);
    assertThat(gsm.dcs()).isZero();
    assertThat(gsm.data().octets()).containsExactly('o', 'l', 0x05);
    assertThat(submit(FULL_NUMBER, 3, "olá", Carriage.SHORT_MESSAGE).dcs()).isEqualTo(8);
  }

  @Test
  void what_does_not_fit_one_short_message_is_named() {
    assertThatExceptionOfType(TpduException.class)
        .isThrownBy(() -> submit(FULL_NUMBER, 0, "x".repeat(161), Carriage.PAYLOAD).octets())
        .withMessageContaining("TP-UDL 161");
    assertThatExceptionOfType(TpduException.class)
        .isThrownBy(() -> submit(FULL_NUMBER, 3, "á".repeat(71), Carriage.SHORT_MESSAGE))
        .withMessageContaining("data_coding 3");
  }
}
