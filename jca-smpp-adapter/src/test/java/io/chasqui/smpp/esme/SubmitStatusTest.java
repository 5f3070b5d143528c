package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.smpp.smsc.Pdu;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a request is told by the status the specification has for it. */
@TestInstance(Lifecycle.PER_CLASS)
class SubmitStatusTest {
  private static final SubmitFields GOOD = SubmitFields.good();
  private static final byte[] NONE = {};

  private final EsmeRig rig = new EsmeRig().start();
  private final TestEsme esme = rig.bound();

  @AfterAll
  void close() {
    rig.close();
  }

  static Stream<Arguments> badSubmits() {
    return Stream.of(
        bad("service_type of six characters", 0x15, GOOD.service("ABCDEF")),
        bad("source address of 21 characters", 0x0A, GOOD.from(1, 1, "123456789012345678901")),
        bad("source address with a line end", 0x0A, GOOD.from(5, 0, "Shop\n")),
        bad("source type of number 7", 0x48, GOOD.from(7, 1, "123")),
        bad("source numbering plan 2", 0x49, GOOD.from(1, 2, "123")),
        bad("no destination", 0x0B, GOOD.to(1, 1, "")),
        bad("destination of a plus", 0x0B, GOOD.to(1, 1, "+")),
        bad("destination of 21 digits", 0x0B, GOOD.to(1, 1, "123456789012345678901")),
        bad("destination type of number 9", 0x50, GOOD.to(9, 1, "123")),
        bad("destination numbering plan 99", 0x51, GOOD.to(1, 99, "123")),
        bad("transaction mode", 0x43, GOOD.esmClass(0x02)),
        bad("a receipt", 0x43, GOOD.esmClass(0x04)),
        bad("a user's acknowledgement", 0x43, GOOD.esmClass(0x10)),
        bad("a header that is not there", 0x43, GOOD.esmClass(0x40)),
        bad("a header in no content", 0x43, GOOD.esmClass(0x40).content(0, NONE, "")),
        bad("priority 4", 0x06, GOOD.priority(4)),
        bad("a schedule that is no time", 0x61, GOOD.times("tomorrow", "")),
        bad("a schedule in month 13", 0x61, GOOD.times("261301000000000+", "")),
        bad("a schedule of 17 characters", 0x61, GOOD.times("0000000100000000R", "")),
        bad("a validity that is no time", 0x62, GOOD.times("", "x")),
        bad("a validity that has passed", 0x62, GOOD.times("", "200101000000000+")),
        bad("a validity of nothing", 0x62, GOOD.times("", "000000000000000R")),
        bad(
            "a validity that ends before the schedule",
            0x62,
            GOOD.times("000000020000000R", "000000010000000R")),
        bad("registered_delivery with reserved bits", 0x07, GOOD.flags(0x20, 0, 0)),
        bad("replace_if_present 2", 0x54, GOOD.flags(0, 2, 0)),
        bad("a canned message", 0x63, GOOD.flags(0, 0, 1)),
        bad("sm_length 255", 0x01, GOOD.content(0, new byte[255], "")),
        bad("text and payload", 0xC1, GOOD.content(0, new byte[1], "0424 0001 41")),
        bad("a TLV without its length", 0xC0, GOOD.content(0, NONE, "0424 00")),
        bad("a TLV that is longer than the PDU", 0xC0, GOOD.content(0, NONE, "0424 0005 41")),
        bad("sar_total of two octets", 0xC2, sar("020C 0002 0001 020E 0002 0002 020F 0001 01")),
        bad("sar without its number", 0xC3, sar("020C 0002 0001 020E 0001 02")),
        bad("sar part 3 of 2", 0xC4, sar("020C 0002 0001 020E 0001 02 020F 0001 03")),
        bad("sar part 0", 0xC4, sar("020C 0002 0001 020E 0001 02 020F 0001 00")),
        bad(
            "sar beside a header",
            0xC1,
            GOOD.esmClass(0x40)
                .content(
                    0, new byte[] {3, 0, 1, 0, 65}, "020C 0002 0001 020E 0001 02 020F 0001 01")));
  }

  private static SubmitFields sar(String tlvs) {
    return GOOD.content(0, new byte[] {65}, tlvs);
  }

  private static Arguments bad(String what, int status, SubmitFields fields) {
    return Arguments.of(what, status, fields);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("badSubmits")
  void a_bad_submit_is_refused(String what, int status, SubmitFields fields) {
    int before = rig.application.submits().size();
    Pdu answer = esme.submit(fields);
    assertThat(answer.command()).isEqualTo(Pdu.SUBMIT_SM | Pdu.RESPONSE);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(rig.application.submits()).hasSize(before);
  }

  @Test
  void a_submit_cut_anywhere_in_its_fields_is_refused_and_the_session_goes_on() {
    byte[] whole = GOOD.body();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      int status = esme.ask(Pdu.SUBMIT_SM, part).status();
      assertThat(status).as("of %d octets", length).isIn(0x01, 0x02);
    }
    assertThat(esme.submit(GOOD).status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0x33", "255, 0x33"})
  void a_submit_multi_has_1_to_254_destinations(int count, String status) {
    byte[] body = new Body().text("").octet(5, 0).text("Shop").octet(count).bytes();
    assertThat(esme.ask(0x21, body).status()).isEqualTo(Integer.decode(status));
  }

  @Test
  void a_destination_is_an_address_or_a_list() {
    byte[] body =
        GOOD.terms(new Body().text("").octet(5, 0).text("Shop").octet(1, 3, 1, 1).text("55"))
            .bytes();
    assertThat(esme.ask(0x21, body).status()).isEqualTo(0x40);
  }

  @Test
  void data_sm_without_a_payload_says_nothing() {
    byte[] body = GOOD.addressed().octet(0, 0, 0).bytes();
    assertThat(esme.ask(Pdu.DATA_SM, body).status()).isEqualTo(0xC3);
  }

  @ParameterizedTest
  @CsvSource({"3", "7"})
  void asking_about_no_message_is_refused(int command) {
    byte[] body = new Body().text("").octet(0, 0).text("Shop").bytes();
    assertThat(esme.ask(command, body).status()).isEqualTo(0x0C);
  }

  @Test
  void cancelling_without_an_id_needs_a_destination() {
    byte[] body =
        new Body().text("").text("").octet(5, 0).text("Shop").octet(0, 0).text("").bytes();
    assertThat(esme.ask(0x08, body).status()).isEqualTo(0x0B);
  }

  @Test
  void a_command_nobody_knows_is_nacked() {
    Pdu answer = esme.ask(0x0111, new byte[0]);
    assertThat(answer.command()).isEqualTo(Pdu.GENERIC_NACK);
    assertThat(answer.status()).isEqualTo(0x03);
  }

  @Test
  void a_command_that_is_an_smscs_is_nacked() {
    Pdu answer = esme.ask(Pdu.DELIVER_SM, GOOD.body());
    assertThat(answer.command()).isEqualTo(Pdu.GENERIC_NACK);
    assertThat(answer.status()).isEqualTo(0x03);
  }

  @ParameterizedTest
  @CsvSource({"0x03", "0x04", "0x07", "0x08", "0x21", "0x103"})
  void a_receiver_asks_for_nothing(String command) {
    TestEsme receiver = rig.esme().bound(Pdu.BIND_RECEIVER, "acme");
    Pdu answer = receiver.ask(Integer.decode(command), GOOD.body());
    assertThat(answer.command()).isEqualTo(Integer.decode(command) | Pdu.RESPONSE);
    assertThat(answer.status()).isEqualTo(0x04);
  }

  @Test
  void responses_to_nothing_are_ignored() {
    for (int command : new int[] {0x04, 0x05, 0x06 + 0x0F, 0x103, 0x21, 0}) {
      esme.send(Pdu.of(command | Pdu.RESPONSE, 0, 4711));
    }
    assertThat(esme.submit(GOOD).status()).isZero();
  }
}
