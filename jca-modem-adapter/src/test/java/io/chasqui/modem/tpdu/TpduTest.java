package io.chasqui.modem.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.receipt.ReceiptState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TpduTest {
  private static final Address NUMBER =
      Address.of(Address.INTERNATIONAL, Address.ISDN, "46708251358");

  @Test
  void a_submit_is_written_as_the_literature_has_it() throws TpduException {
    SmsSubmit hello = submit("hellohello", Optional.of(new RelativeValidity(0xAA)));
    assertThat(Pdu.of(hello).hex()).isEqualTo("0011000B916407281553F80000AA0AE8329BFD4697D9EC37");
    assertThat(Pdu.of(hello).length()).isEqualTo(23);
  }

  private static SmsSubmit submit(String text, Optional<RelativeValidity> validity) {
    UserData data = EncodedText.of(text).segments(0).get(0);
    return new SmsSubmit(false, false, 0, NUMBER, 0, 0, validity, data);
  }

  @Test
  void a_deliver_is_read_with_its_service_centre_time_and_text() throws TpduException {
    Pdu pdu =
        Pdu.ofHex("07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07");
    SmsDeliver deliver = (SmsDeliver) pdu.tpdu();
    assertThat(pdu.serviceCentre().map(Address::display)).contains("+31624000000");
    assertThat(deliver.source().display()).isEqualTo("+31641600986");
    assertThat(deliver.sentAt()).contains(OffsetDateTime.parse("2002-08-26T19:37:41Z"));
    assertThat(text(deliver)).isEqualTo("How are you?");
  }

  @Test
  void a_report_names_its_message_and_what_became_of_it() throws TpduException {
    Pdu pdu = Pdu.ofHex("0006D60B911326880736F4111011719551401110117195714000");
    SmsStatusReport report = (SmsStatusReport) pdu.tpdu();
    assertThat(report.reference()).isEqualTo(214);
    assertThat(report.recipient().display()).isEqualTo("+31628870634");
    assertThat(report.acceptedAt()).contains(OffsetDateTime.parse("2011-01-11T17:59:15+01:00"));
    assertThat(report.status().state()).isEqualTo(ReceiptState.DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "0x00, DELIVERED, 000",
    "0x01, DELIVERED, 001",
    "0x20, ENROUTE, 032",
    "0x3F, ENROUTE, 063",
    "0x40, UNDELIVERABLE, 064",
    "0x46, EXPIRED, 070",
    "0x49, DELETED, 073",
    "0x60, UNDELIVERABLE, 096",
    "0x80, UNKNOWN, 128",
    "0xFF, UNKNOWN, 255"
  })
  void a_status_means_what_its_range_says(String status, ReceiptState state, String code) {
    TpStatus read = new TpStatus(Integer.decode(status));
    assertThat(read.state()).isEqualTo(state);
    assertThat(read.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, 0, PT5M",
    "PT5M, 0, PT5M",
    "PT59M, 10, PT55M",
    "PT12H, 143, PT12H",
    "PT24H, 167, PT24H",
    "PT47H, 167, PT24H",
    "P2D, 168, P2D",
    "P30D, 196, P30D",
    "P35D, 197, P35D",
    "P2000D, 255, P441D"
  })
  void a_validity_is_never_longer_than_wanted(Duration wanted, int value, Duration period) {
    RelativeValidity validity = RelativeValidity.of(wanted);
    assertThat(validity.value()).isEqualTo(value);
    assertThat(validity.period()).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "Chasqui", "Banco 24h", "12345678901"})
  void a_name_as_sender_survives(String name) throws TpduException {
    Address sender = Address.of(Address.ALPHANUMERIC, Address.UNKNOWN, name);
    assertThat(copy(deliver(sender, "hi")).source()).isEqualTo(sender);
  }

  @Test
  void a_short_code_and_its_odd_digit_survive() throws TpduException {
    Address code = Address.of(Address.UNKNOWN, Address.ISDN, "28444");
    assertThat(copy(deliver(code, "hi")).source()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-22T18:31:12+05:45", "2026-02-28T23:59:59-09:30", "2026-01-01T00:00:00Z"})
  void a_time_keeps_its_zone(OffsetDateTime time) throws TpduException {
    SmsDeliver deliver = new SmsDeliver(NUMBER, 0, 0, Optional.of(time), data("hi"));
    assertThat(copy(deliver).sentAt()).contains(time);
  }

  @Test
  void a_time_that_is_none_costs_no_message() throws TpduException {
    SmsDeliver deliver =
        (SmsDeliver)
            Pdu.ofHex(
                    "07911326040000F0040B911346610089F60000FFFFFFFFFFFFFF0CC8F71D14969741F977FD07")
                .tpdu();
    assertThat(deliver.sentAt()).isEmpty();
    assertThat(text(deliver)).isEqualTo("How are you?");
  }

  @Test
  void eight_septets_that_end_in_an_at_sign_stay_eight() throws TpduException {
    assertThat(text(copy(deliver(NUMBER, "1234567@")))).isEqualTo("1234567@");
    assertThat(text(copy(deliver(NUMBER, "1234567")))).isEqualTo("1234567");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "4,4", "5,4", "8,8", "9,8", "16,16", "240,240", "245,245", "200,200"})
  void a_coding_below_16_is_named_as_smpp_names_it(int dcs, int coding) throws TpduException {
    SmsDeliver deliver =
        new SmsDeliver(NUMBER, 0, dcs, Optional.empty(), new UserData(new byte[] {65, 66}, false));
    assertThat(copy(deliver).coding()).isEqualTo(DataCodingScheme.of(coding));
  }

  @Test
  void a_header_longer_than_its_message_is_text() throws TpduException {
    UserData wrong = new UserData(new byte[] {0x41, 0x42}, false);
    byte[] octets = new SmsDeliver(NUMBER, 0, 0, Optional.empty(), wrong).octets();
    octets[0] |= 0x40;
    SmsDeliver read = (SmsDeliver) Tpdu.read(octets);
    assertThat(read.data()).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'SCA length'",
    "00, TP-MTI",
    "0003, 'TP-MTI 3'",
    "0011000B9164, TP-DA",
    "001100FF91, 'TP-DA of 255 digits'",
    "0004029121, 'TP-PID'",
    "00040291210000FFFFFFFFFFFFFF05E8, 'TP-UD needs 5'",
    "00040291210000FFFFFFFFFFFFFFFF, 'TP-UDL 255'",
    "0G, hexadecimal",
    "0D91, 'SCA of 13'"
  })
  void junk_is_named_by_its_field(String hex, String field) {
    assertThatExceptionOfType(TpduException.class)
        .isThrownBy(() -> Pdu.ofHex(hex))
        .withMessageContaining(field);
  }

  @Test
  void a_length_that_leaves_no_room_for_a_service_centre_means_there_is_none()
      throws TpduException {
    String bare = "040B911346610089F60000208062917314080CC8F71D14969741F977FD07";
    assertThat(Pdu.ofHex(bare, bare.length() / 2).tpdu()).isInstanceOf(SmsDeliver.class);
    assertThat(Pdu.ofHex("00" + bare, bare.length() / 2).serviceCentre()).isEmpty();
  }

  @Test
  void a_recipient_that_is_no_number_is_refused_without_being_quoted() {
    Address strange = Address.of(Address.INTERNATIONAL, Address.ISDN, "55x11");
    SmsSubmit submit = new SmsSubmit(false, false, 0, strange, 0, 0, Optional.empty(), data("hi"));
    assertThatExceptionOfType(TpduException.class)
        .isThrownBy(submit::octets)
        .withMessageContaining("TP-DA")
        .withMessageNotContaining("55x11");
  }

  private static UserData data(String text) {
    return EncodedText.of(text).segments(0).get(0);
  }

  private static SmsDeliver deliver(Address source, String text) {
    return new SmsDeliver(source, 0, 0, Optional.empty(), data(text));
  }

  private static SmsDeliver copy(SmsDeliver deliver) throws TpduException {
    return (SmsDeliver) Tpdu.read(deliver.octets());
  }

  private static String text(SmsDeliver deliver) {
    return ReceivedText.of(deliver.coding(), SmscAlphabet.GSM7, List.of(deliver.data())).text();
  }
}
