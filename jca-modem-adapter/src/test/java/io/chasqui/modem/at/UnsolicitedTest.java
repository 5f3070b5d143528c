package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.modem.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsolicitedTest {
  private static final String PDU = "07911326040000F0040B911346610089F6";

  private final UrcReader reader = new UrcReader();

  @Test
  void stored_messages_and_reports_name_their_place() {
    assertThat(reader.read("+CMTI: \"SM\",3")).contains(new Urc.Stored("SM", 3));
    assertThat(reader.read("+CDSI: \"SR\", 12")).contains(new Urc.Stored("SR", 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+CMT: ,16", "+CMT: \"Ana\",16", "+CDS: 16"})
  void a_pdu_belongs_to_the_header_before_it_whatever_comes_between(String header) {
    assertThat(reader.isHeader(header)).isTrue();
    assertThat(reader.read("+CREG: 5")).contains(new Urc.Registered(Registration.ROAMING));
    assertThat(reader.read(PDU)).contains(new Urc.Direct(PDU, 16));
    assertThat(reader.read(PDU)).as("without a header").isEmpty();
  }

  @Test
  void an_answer_about_registration_is_not_unsolicited() {
    assertThat(reader.read("+CREG: 1,1")).isEmpty();
    assertThat(reader.read("+CREG: 1")).contains(new Urc.Registered(Registration.HOME));
    assertThat(reader.read("+CREG: 2,\"1A2B\",\"3C4D\""))
        .contains(new Urc.Registered(Registration.SEARCHING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OK", "AT+CMGS=23", "+CSQ: 17,99", "^RSSI: 17", "RING", PDU, "+CMTI:", "+CDS:"})
  void anything_else_is_not_taken(String line) {
    assertThat(reader.read(line)).isEmpty();
    assertThat(reader.isHeader(line)).isFalse();
  }
}
