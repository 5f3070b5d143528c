package io.chasqui.smpp.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
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

  @Test
  void user_data_beyond_254_octets_does_not_fit() {
    assertThatThrownBy(() -> COMPOSER.compose(7, segment(new byte[255], false, true)))
        .isInstanceOf(PDUStringException.class);
  }
}
