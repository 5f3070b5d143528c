package io.chasqui.domain.receipt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Delivery receipts as SMPP carries them: TLVs, and the text of SMPP 3.4, appendix B. */
public final class ReceiptText {
  private static final int EXCERPT = 20;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

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
    ReceiptFields fields = ReceiptFields.of(text);
    Optional<ReceiptState> told =
        messageStateTlv.isPresent()
            ? ReceiptState.ofCode(messageStateTlv.getAsInt())
            : Optional.empty();
    ReceiptState state =
        told.filter(Predicate.not(ReceiptState.UNKNOWN::equals))
            .orElseGet(() -> ReceiptState.ofWord(fields.stat()));
    String stateWord =
        fields.stat().isEmpty() ? told.map(ReceiptState::word).orElse("") : fields.stat();
    return present(receiptedMessageIdTlv)
        .or(() -> present(Optional.of(fields.id())))
        .map(
            id ->
                new DeliveryReceipt(id, state, stateWord, present(errorTlv).orElse(fields.err())));
  }

  /**
   * The standard text, dates in UTC.
   *
   * @param receipt with the id the reader knows the message by; an empty error is written 000
   * @param text the message's own; its first 20 characters are told. May be empty
   */
  public static String format(
      DeliveryReceipt receipt, Instant submitted, Instant done, String text) {
    return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:%s"
        .formatted(
            receipt.carrierMessageId(),
            receipt.state() == ReceiptState.DELIVERED ? "001" : "000",
            DATE.format(submitted),
            DATE.format(done),
            receipt.state().word(),
            receipt.error().isEmpty() ? "000" : receipt.error(),
            excerpt(text));
  }

  private static String excerpt(String text) {
    int codePoints = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(codePoints, EXCERPT)));
  }

  /** TLVs are C-octet strings: some stacks leave the closing NUL in. */
  private static Optional<String> present(Optional<String> value) {
    return value.map(String::trim).filter(Predicate.not(String::isEmpty));
  }
}
