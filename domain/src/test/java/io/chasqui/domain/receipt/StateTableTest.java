package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTableTest {
  private static final StateTable TABLE =
      new StateTable(
          List.of(
              StateRule.ofWord("NOROUTE", ReceiptState.REJECTED),
              StateRule.of("FAILED", "042", ReceiptState.EXPIRED),
              new StateRule(Optional.empty(), Optional.of("00B"), ReceiptState.REJECTED),
              StateRule.ofWord("FAILED", ReceiptState.ENROUTE),
              StateRule.of("DELIVRD", "600", ReceiptState.UNDELIVERABLE)));

  @ParameterizedTest
  @CsvSource({
    "NOROUTE, 000, REJECTED",
    "noroute, 007, REJECTED",
    // both known weighs more than the word alone, the word more than the error
    "FAILED, 042, EXPIRED",
    "FAILED, 42, EXPIRED",
    "FAILED, 043, ENROUTE",
    "FAILED, 00B, ENROUTE",
    "UNDELIV, 00b, REJECTED",
    "DELIVRD, 600, UNDELIVERABLE",
    // beside the table, the usual meaning
    "DELIVRD, 000, DELIVERED",
    "UNDELIV, 001, UNDELIVERABLE",
    "WHATEVER, 000, UNKNOWN"
  })
  void a_carriers_own_meaning_comes_before_the_usual(
      String word, String error, ReceiptState state) {
    assertThat(TABLE.state(word, error)).isEqualTo(state);
    assertThat(parse("id:5 stat:%s err:%s".formatted(word, error), OptionalInt.empty()))
        .contains(new DeliveryReceipt("5", state, word, error));
  }

  @Test
  void a_carriers_own_meaning_comes_before_the_tlv() {
    assertThat(parse("id:5 stat:DELIVRD err:600", OptionalInt.of(2)))
        .contains(new DeliveryReceipt("5", ReceiptState.UNDELIVERABLE, "DELIVRD", "600"));
  }

  @Test
  void the_tlv_comes_before_the_usual_meaning_of_a_word() {
    assertThat(parse("id:5 stat:EXPIRED err:000", OptionalInt.of(2)))
        .contains(new DeliveryReceipt("5", ReceiptState.DELIVERED, "EXPIRED", "000"));
  }

  @Test
  void a_state_told_in_tlvs_alone_is_looked_up_by_its_word() {
    assertThat(
            ReceiptText.parse("", Optional.of("5"), OptionalInt.of(2), Optional.of("600"), TABLE))
        .contains(new DeliveryReceipt("5", ReceiptState.UNDELIVERABLE, "DELIVRD", "600"));
  }

  @Test
  void a_rule_that_says_nothing_cannot_be_made() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StateRule(Optional.empty(), Optional.empty(), ReceiptState.DELIVERED))
        .withMessage("a rule needs a word or an error");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateRule.ofWord(" ", ReceiptState.DELIVERED))
        .withMessageStartingWith("word must have 1-30 characters");
  }

  private static Optional<DeliveryReceipt> parse(String text, OptionalInt state) {
    return ReceiptText.parse(text, Optional.empty(), state, Optional.empty(), TABLE);
  }
}
