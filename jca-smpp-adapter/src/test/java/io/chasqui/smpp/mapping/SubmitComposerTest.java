package io.chasqui.smpp.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.Carriage;
import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.ReceiptRequests;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SmppTlv;
import io.chasqui.domain.link.SubmitAddresses;
import io.chasqui.domain.link.SubmitFields;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.junit.jupiter.api.Test;

class SubmitComposerTest {
  private static final SubmitComposer COMPOSER = new SubmitComposer(SubmitSettings.STANDARD);

  private static Segment segment(byte[] userData, boolean udhi, boolean receipt) {
    return new Segment(
        MessageId.next(Clock.systemUTC()),
        1,
        1,
        Address.infer("Chasqui"),
        Address.infer("+5511999990000"),
        DataCodingScheme.UCS2,
        userData,
        udhi,
        receipt,
        Duration.ofHours(1));
  }

  private static String hex(Segment segment) throws PDUStringException {
    return HexFormat.of().formatHex(COMPOSER.compose(7, segment).octets());
  }

  @Test
  void what_the_sender_asks_for_wins_over_the_connectors_own() {
    SubmitFields own = new SubmitFields("VMA", 0x7f, 1, 0, 0, 0);
    assertThat(own.asked(new SubmitOptions("CMT", 3, 0x40)))
        .isEqualTo(new SubmitFields("CMT", 0x40, 3, 0, 0, 0));
    assertThat(own.asked(new SubmitOptions("", 0, 0))).isEqualTo(own);
  }

  /** SMPP 3.4, 4.4.1, field by field. */
  @Test
  void a_segment_is_written_octet_by_octet() throws Exception {
    assertThat(hex(segment(new byte[] {0x00, 0x41}, false, true)))
        .isEqualTo(
            "00000047"
                + "00000004"
                + "00000000"
                + "00000007"
                + "00"
                + "0500"
                + "4368617371756900"
                + "0101"
                + "3535313139393939393030303000"
                + "00"
                + "00"
                + "00"
                + "00"
                + "30303030303030313030303030303052"
                + "00"
                + "01"
                + "00"
                + "08"
                + "00"
                + "02"
                + "0041");
  }

  @Test
  void a_header_sets_the_udhi_bit_and_no_receipt_means_none() throws Exception {
    String pdu = hex(segment(new byte[] {5, 0, 3, 1, 2, 1, 0x41}, true, false));
    assertThat(pdu)
        .contains("3535313139393939393030303000" + "40")
        .endsWith("0000080007" + "05000301020141");
  }

  /** SMPP 3.4, 5.3.2.22-24. */
  @Test
  void a_place_is_told_by_tlvs_before_those_of_the_connector() throws Exception {
    SubmitSettings settings =
        SubmitSettings.STANDARD.withTlvs(List.of(new SmppTlv(0x1401, SmppTlv.Type.INT1, "1")));
    Carriage carriage = new Carriage.WithSar(new Concatenation(0xABCD, 3, 2));
    byte[] pdu = new SubmitComposer(settings).compose(7, carried(carriage, 0x41)).octets();
    assertThat(HexFormat.of().formatHex(pdu))
        .contains("3535313139393939393030303000" + "00")
        .endsWith("000141" + "020c0002abcd" + "020e000103" + "020f000102" + "1401000101");
  }

  /** SMPP 3.4, 5.3.2.32; sm_length is 0 then. */
  @Test
  void a_payload_goes_in_its_tlv_however_long() throws Exception {
    byte[] octets = new byte[1000];
    assertThat(hex(carried(Carriage.PAYLOAD, octets)))
        .endsWith("000000" + "0424" + "03e8" + "00".repeat(1000));
  }

  private static Segment carried(Carriage carriage, int octet) {
    return carried(carriage, new byte[] {(byte) octet});
  }

  private static Segment carried(Carriage carriage, byte[] octets) {
    Segment plain = Segments.saying("A");
    return new Segment(
        plain.message(),
        1,
        1,
        plain.source(),
        plain.destination(),
        plain.coding(),
        octets,
        false,
        true,
        plain.validity(),
        Optional.empty(),
        carriage);
  }

  @Test
  void user_data_beyond_254_octets_does_not_fit() {
    assertThatThrownBy(() -> COMPOSER.compose(7, segment(new byte[255], false, true)))
        .isInstanceOf(PDUStringException.class);
  }

  @Test
  void what_a_carrier_wants_is_in_its_fields() throws Exception {
    SubmitSettings wanted =
        SubmitSettings.STANDARD
            .with(new SubmitFields("CMT", 0x7F, 2, 1, 9, 0x11))
            .with(ReceiptRequests.FAILURES)
            .with(
                new SubmitAddresses(
                    Optional.empty(),
                    Optional.of(new Numbering(3, 4)),
                    Optional.of(new Numbering(5, 6))))
            .withLongestValidity(Duration.ofMinutes(5))
            .withTlvs(List.of(new SmppTlv(0x1401, SmppTlv.Type.INT2, "513")));
    String pdu =
        HexFormat.of()
            .formatHex(new SubmitComposer(wanted).compose(7, Segments.saying("A")).octets());
    assertThat(pdu.substring(32))
        .isEqualTo(
            "434d5400"
                + "0304"
                + "4368617371756900"
                + "0506"
                + "3535313139393939393030303000"
                + "00"
                + "7f"
                + "02"
                + "00"
                + "30303030303030303035303030303052"
                + "00"
                + "02"
                + "01"
                + "11"
                + "09"
                + "01"
                + "41"
                + "140100020201");
  }

  @Test
  void a_coding_of_its_own_stays_for_text_in_the_gsm_alphabet_only() throws Exception {
    SubmitSettings latin = SubmitSettings.STANDARD.with(new SubmitFields("", 0, 0, 0, 0, 0x03));
    byte[] ucs2 = {0x00, 0x41};
    assertThat(
            HexFormat.of()
                .formatHex(
                    new SubmitComposer(latin).compose(7, segment(ucs2, false, true)).octets()))
        .endsWith("0008" + "00" + "02" + "0041");
  }
}
