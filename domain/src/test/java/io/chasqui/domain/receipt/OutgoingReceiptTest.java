package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingReceiptTest {
  private static final Instant SUBMITTED = Instant.parse("2026-11-22T12:00:59Z");
  private static final Instant DONE = Instant.parse("2026-11-22T23:59:00Z");

  @Test
  void writes_the_standards_text() {
    assertThat(receipt(ReceiptState.DELIVERED, "", 3, 2, "Your code is 12345, keep it").octets())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(
            "id:01HZX sub:003 dlvrd:002 submit date:2611221200 done date:2611222359"
                + " stat:DELIVRD err:000 text:Your code is 12345, ");
  }

  @ParameterizedTest
  @CsvSource({"'', 000", "1, 001", "042, 042", "00B, 00B", "E, 00E", "1027, 027", "EC_ABSENT, ENT"})
  void the_error_has_three_characters(String error, String written) {
    assertThat(receipt(ReceiptState.UNDELIVERABLE, error, 1, 0, "").shortMessage())
        .contains(" err:" + written + " text:");
  }

  @ParameterizedTest
  @CsvSource({"1027, 4, 3", "42, 0, 42", "65535, 255, 255"})
  void the_tlv_has_the_error_in_full(String error, int high, int low) {
    assertThat(receipt(ReceiptState.UNDELIVERABLE, error, 1, 0, "").networkErrorCode())
        .hasValueSatisfying(tlv -> assertThat(tlv).containsExactly(3, high, low));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "000", "00B", "65536", "99999999999"})
  void an_error_that_is_no_number_of_two_octets_has_no_tlv(String error) {
    assertThat(receipt(ReceiptState.UNDELIVERABLE, error, 1, 0, "").networkErrorCode()).isEmpty();
  }

  @Test
  void what_ascii_cannot_say_is_a_question_mark() {
    assertThat(receipt(ReceiptState.DELIVERED, "", 1, 1, "Olá 😀!").octets())
        .asString(StandardCharsets.US_ASCII)
        .endsWith("text:Ol? ?!");
  }

  @ParameterizedTest
  @EnumSource(ReceiptState.class)
  void is_read_back_as_it_was_meant(ReceiptState state) {
    OutgoingReceipt receipt = receipt(state, "7", 1, 0, "id:6 stat:DELIVRD");
    assertThat(
            ReceiptText.parse(
                receipt.shortMessage(),
                Optional.empty(),
                OptionalInt.of(receipt.messageState()),
                Optional.empty()))
        .contains(new DeliveryReceipt("01HZX", state, state.word(), "007"));
  }

  @ParameterizedTest
  @CsvSource({"1000, 0", "0, 1000", "-1, 0", "0, -1"})
  void counts_beyond_three_digits_cannot_be_told(int submitted, int delivered) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> receipt(ReceiptState.DELIVERED, "", submitted, delivered, ""))
        .withMessage("%d submitted, %d delivered: 0-999 can be told", submitted, delivered);
  }

  private static OutgoingReceipt receipt(
      ReceiptState state, String error, int submitted, int delivered, String text) {
    return new OutgoingReceipt("01HZX", state, error, submitted, delivered, SUBMITTED, DONE, text);
  }
}
