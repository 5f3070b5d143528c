package io.chasqui.domain.receipt;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Delivery receipts as SMPP carries them: TLVs, and the text of SMPP 3.4, appendix B. */
public final class ReceiptText {
  private ReceiptText() {}

  /**
   * Reads a receipt in any dialect. The TLVs come first, since carriers keep to their form; the
   * text fills in what they leave open. A message_state of UNKNOWN leaves the state open.
   *
   * @param text the short message of the receipt; may be empty
   * @param receiptedMessageIdTlv receipted_message_id, 0x001E
   * @param messageStateTlv message_state, 0x0427
   * @param errorTlv network_error_code, 0x0423, as text
   * @return empty when neither names a message
   */
  public static Optional<DeliveryReceipt> parse(
      String text,
      Optional<String> receiptedMessageIdTlv,
      OptionalInt messageStateTlv,
      Optional<String> errorTlv) {
    return parse(text, receiptedMessageIdTlv, messageStateTlv, errorTlv, StateTable.STANDARD);
  }

  /**
   * As above, for a carrier with states of its own: what its table says of the word and the error
   * comes even before the TLV.
   */
  public static Optional<DeliveryReceipt> parse(
      String text,
      Optional<String> receiptedMessageIdTlv,
      OptionalInt messageStateTlv,
      Optional<String> errorTlv,
      StateTable table) {
    ReceiptFields fields = ReceiptFields.of(text);
    Optional<ReceiptState> told = told(messageStateTlv);
    String word = fields.stat().isEmpty() ? told.map(ReceiptState::word).orElse("") : fields.stat();
    String error = present(errorTlv).orElse(fields.err());
    ReceiptState state =
        table
            .ruled(word, error)
            .or(() -> told.filter(Predicate.not(ReceiptState.UNKNOWN::equals)))
            .orElseGet(() -> ReceiptState.ofWord(fields.stat()));
    return present(receiptedMessageIdTlv)
        .or(() -> present(Optional.of(fields.id())))
        .map(id -> new DeliveryReceipt(id, state, word, error));
  }

  /**
   * The standard text, dates in UTC.
   *
   * @param receipt with the id the reader knows the message by; an empty error is written 000
   * @param text the message's own; its first 20 characters are told. May be empty
   */
  public static String format(
      DeliveryReceipt receipt, Instant submitted, Instant done, String text) {
    return OutgoingReceipt.of(receipt, submitted, done, text).shortMessage();
  }

  private static Optional<ReceiptState> told(OptionalInt messageState) {
    return messageState.isPresent()
        ? ReceiptState.ofCode(messageState.getAsInt())
        : Optional.empty();
  }

  /** TLVs are C-octet strings: some stacks leave the closing NUL in. */
  private static Optional<String> present(Optional<String> value) {
    return value.map(String::trim).filter(Predicate.not(String::isEmpty));
  }
}
