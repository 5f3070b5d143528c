package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTextTest {
  /** In the dialects reported for Jasmin, jSMPP, Cloudhopper and Kannel; see spec/demands.md. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      value = {
        // appendix B to the letter
        "id:0123456789 sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:DELIVRD"
            + " err:000 text:Your code is 12345 => 0123456789 => DELIVERED => DELIVRD => 000",
        "id:0123456789 sub:001 dlvrd:000 submit date:2611221200 done date:2611221201 stat:UNDELIV"
            + " err:1 Text:hello => 0123456789 => UNDELIVERABLE => UNDELIV => 1",
        // nothing but what counts
        "id:7F00A1 stat:EXPIRED => 7F00A1 => EXPIRED => EXPIRED => ''",
        // no sub, no dlvrd
        "id:00B8BE19 submit date:2611221200 done date:2611221200 stat:DELIVRD err:000 =>"
            + " 00B8BE19 => DELIVERED => DELIVRD => 000",
        // dates of zeros, with seconds, with spaces
        "id:5 sub:001 dlvrd:001 submit date:0000000000 done date:0000000000 stat:ACCEPTD err:000"
            + " text: => 5 => ACCEPTED => ACCEPTD => 000",
        "id:5 submit date:261122120000 done date:2026-11-22 12:00:01 stat:DELIVRD err:0 text: =>"
            + " 5 => DELIVERED => DELIVRD => 0",
        "id:5 submit date: 2611221200 done date: 2611221200 stat: DELIVRD err: 000 text: =>"
            + " 5 => DELIVERED => DELIVRD => 000",
        // any case
        "ID:5 SUB:001 DLVRD:001 SUBMIT DATE:2611221200 DONE DATE:2611221200 STAT:delivrd ERR:000"
            + " TEXT:x => 5 => DELIVERED => delivrd => 000",
        // any order
        "stat:REJECTD err:00B done date:2611221200 id:abc-DEF dlvrd:000 sub:001 => abc-DEF =>"
            + " REJECTED => REJECTD => 00B",
        // empty fields
        "id:5 sub: dlvrd: submit date: done date: stat:DELIVRD err: text: => 5 => DELIVERED =>"
            + " DELIVRD => ''",
        "id:5 stat: err:042 text:none => 5 => UNKNOWN => '' => 042",
        // other separators
        "id:5,sub:001,dlvrd:001,submit date:2611221200,done date:2611221200,stat:DELIVRD,err:000"
            + " => 5 => DELIVERED => DELIVRD => 000",
        "id:5;stat:DELIVRD;err:000 => 5 => DELIVERED => DELIVRD => 000",
        "id:5 | stat:DELIVRD | err:000 => 5 => DELIVERED => DELIVRD => 000",
        "id:5 submit_date:2611221200 done_date:2611221200 stat:DELIVRD err:000 => 5 => DELIVERED"
            + " => DELIVRD => 000",
        // fields of the carrier's own
        "id:5 imsi:724010000000001 msc:5511 stat:DELIVRD err:000 mccmnc:72401 => 5 => DELIVERED"
            + " => DELIVRD => 000",
        // ids that are not numbers
        "id:SAR-5511999-1eedf843-2-1 stat:DELIVRD => SAR-5511999-1eedf843-2-1 => DELIVERED =>"
            + " DELIVRD => ''",
        "id:0e999f21-6a4b-4c2d-9e0f-001122334455 stat:DELIVRD err:000 =>"
            + " 0e999f21-6a4b-4c2d-9e0f-001122334455 => DELIVERED => DELIVRD => 000",
        "id:a:b=c/d stat:DELIVRD => a:b=c/d => DELIVERED => DELIVRD => ''",
        "id:0x7F00A1 stat:DELIVRD err:000 => 0x7F00A1 => DELIVERED => DELIVRD => 000",
        // an id with a space is cut at it
        "id:5 6 sub:001 stat:DELIVRD err:000 => 5 => DELIVERED => DELIVRD => 000",
        // other names and signs
        "message id:5 status:DELIVRD error:007 => 5 => DELIVERED => DELIVRD => 007",
        "message_id:5 state:EXPIRED err:000 => 5 => EXPIRED => EXPIRED => 000",
        "msgid=5 stat=UNDELIV err=00B text=hello => 5 => UNDELIVERABLE => UNDELIV => 00B",
        "id:5 sub:1 dlvrd:1 submit date:221126120000 done date:221126120001 stat:DELIVRD"
            + " err:EC-001 Message Text: id:6 => 5 => DELIVERED => DELIVRD => EC-001",
        "id : 5  sub : 001  stat : DELIVRD  err : 000 => 5 => DELIVERED => DELIVRD => 000",
        "statement:DELIVRD ide:6 id:5 subs:1 => 5 => UNKNOWN => '' => ''",
        // what the message said is not what became of it
        "id:5 stat:UNDELIV err:021 text:stat:DELIVRD id:6 err:0 => 5 => UNDELIVERABLE => UNDELIV"
            + " => 021",
        "id:5 text:stat:DELIVRD => 5 => UNKNOWN => '' => ''",
        // the first of two counts
        "id:5 id:6 stat:DELIVRD stat:EXPIRED => 5 => DELIVERED => DELIVRD => ''"
      })
  void reads_every_dialect(String text, String id, ReceiptState state, String word, String error) {
    assertThat(parse(text))
        .contains(new DeliveryReceipt(id, state, unquoted(word), unquoted(error)));
  }

  @ParameterizedTest
  @CsvSource({
    "ENROUTE, ENROUTE",
    "BUFFRED, ENROUTE",
    "buffered, ENROUTE",
    "DELIVRD, DELIVERED",
    "DELIVERED, DELIVERED",
    "EXPIRED, EXPIRED",
    "DELETED, DELETED",
    "UNDELIV, UNDELIVERABLE",
    "FAILED, UNDELIVERABLE",
    "ACCEPTD, ACCEPTED",
    "ACKED, ACCEPTED",
    "REJECTD, REJECTED",
    "DND, REJECTED",
    "UNKNOWN, UNKNOWN",
    "NOROUTE, UNKNOWN",
    "042, UNKNOWN"
  })
  void words_of_carriers_are_understood_and_kept(String word, ReceiptState state) {
    assertThat(parse("id:5 stat:%s err:000".formatted(word)))
        .contains(new DeliveryReceipt("5", state, word, "000"));
  }

  @Test
  void a_closing_nul_is_no_part_of_a_value() {
    assertThat(parse("id:5 stat:DELIVRD err:000\0"))
        .contains(new DeliveryReceipt("5", ReceiptState.DELIVERED, "DELIVRD", "000"));
    assertThat(ReceiptText.parse("", Optional.of("5\0"), OptionalInt.of(2), Optional.empty()))
        .contains(new DeliveryReceipt("5", ReceiptState.DELIVERED, "DELIVRD", ""));
  }

  @Test
  void lines_separate_as_spaces_do() {
    assertThat(parse("id:5\r\nstat:DELIVRD\nerr:000"))
        .contains(new DeliveryReceipt("5", ReceiptState.DELIVERED, "DELIVRD", "000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello",
        "stat:DELIVRD err:000",
        "id: stat:DELIVRD",
        "text:id:5 stat:DELIVRD",
        "paid:5 stat:DELIVRD"
      })
  void without_an_id_there_is_no_receipt(String text) {
    assertThat(parse(text)).isEmpty();
    assertThat(ReceiptText.parse(text, Optional.of(" "), OptionalInt.of(2), Optional.empty()))
        .isEmpty();
  }

  @Test
  void tlvs_come_before_the_text() {
    assertThat(
            ReceiptText.parse(
                "id:11 stat:ENROUTE err:000",
                Optional.of("B"),
                OptionalInt.of(5),
                Optional.of("3:0011")))
        .contains(new DeliveryReceipt("B", ReceiptState.UNDELIVERABLE, "ENROUTE", "3:0011"));
  }

  @Test
  void tlvs_are_enough() {
    assertThat(ReceiptText.parse("", Optional.of("B"), OptionalInt.of(3), Optional.of("3:0011")))
        .contains(new DeliveryReceipt("B", ReceiptState.EXPIRED, "EXPIRED", "3:0011"));
  }

  @Test
  void the_text_fills_in_what_the_tlvs_leave_open() {
    assertThat(
            ReceiptText.parse(
                "id:11 stat:DELIVRD err:000",
                Optional.of("B"),
                OptionalInt.empty(),
                Optional.empty()))
        .contains(new DeliveryReceipt("B", ReceiptState.DELIVERED, "DELIVRD", "000"));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 10, 255, -1})
  void a_message_state_that_says_nothing_leaves_the_word_to_the_text(int state) {
    assertThat(
            ReceiptText.parse(
                "id:5 stat:DELIVRD", Optional.empty(), OptionalInt.of(state), Optional.empty()))
        .contains(new DeliveryReceipt("5", ReceiptState.DELIVERED, "DELIVRD", ""));
  }

  @Test
  void writes_the_standard_text() {
    assertThat(
            ReceiptText.format(
                new DeliveryReceipt("01HZX", ReceiptState.DELIVERED, "DELIVRD", ""),
                Instant.parse("2026-11-22T12:00:59Z"),
                Instant.parse("2026-11-22T23:59:00Z"),
                "Your code is 12345, keep it"))
        .isEqualTo(
            "id:01HZX sub:001 dlvrd:001 submit date:2611221200 done date:2611222359"
                + " stat:DELIVRD err:000 text:Your code is 12345, ");
  }

  @Test
  void writes_the_standards_word_for_a_carriers_own() {
    String text =
        ReceiptText.format(
            new DeliveryReceipt("5", ReceiptState.REJECTED, "DND", "00B"),
            Instant.EPOCH,
            Instant.EPOCH,
            "");
    assertThat(text)
        .isEqualTo(
            "id:5 sub:001 dlvrd:000 submit date:7001010000 done date:7001010000 stat:REJECTD"
                + " err:00B text:");
  }

  @Test
  void an_excerpt_is_not_cut_within_an_emoji() {
    DeliveryReceipt receipt = new DeliveryReceipt("5", ReceiptState.DELIVERED, "DELIVRD", "");
    assertThat(ReceiptText.format(receipt, Instant.EPOCH, Instant.EPOCH, "😀".repeat(21)))
        .endsWith("text:" + "😀".repeat(20));
  }

  @ParameterizedTest
  @CsvSource({
    "ENROUTE, SUBMITTED",
    "ACCEPTED, SUBMITTED",
    "DELIVERED, DELIVERED",
    "EXPIRED, EXPIRED",
    "DELETED, UNDELIVERED",
    "UNDELIVERABLE, UNDELIVERED",
    "REJECTED, REJECTED",
    "UNKNOWN, UNKNOWN"
  })
  void every_state_says_what_became_of_the_part(ReceiptState state, String segment) {
    assertThat(state.segmentStatus()).hasToString(segment);
    assertThat(ReceiptState.ofCode(state.code())).contains(state);
    assertThat(ReceiptState.ofWord(state.word())).isEqualTo(state);
    assertThat(state.isFinal()).isEqualTo(state.segmentStatus().isFinal());
  }

  @Test
  void the_states_of_smpp_5_are_known() {
    assertThat(ReceiptState.ofCode(0)).contains(ReceiptState.ENROUTE);
    assertThat(ReceiptState.ofCode(9)).contains(ReceiptState.REJECTED);
    assertThat(ReceiptState.ofCode(10)).isEmpty();
  }

  private static Optional<DeliveryReceipt> parse(String text) {
    return ReceiptText.parse(text, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  private static String unquoted(String value) {
    return value.equals("''") ? "" : value;
  }
}
