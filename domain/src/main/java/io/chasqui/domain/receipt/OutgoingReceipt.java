package io.chasqui.domain.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A receipt of ours to an ESME, in the standard's words (SMPP 3.4, appendix B and 5.3.2).
 *
 * @param messageId the id our submit_sm_resp gave
 * @param error the carrier's code; empty is 000
 * @param submitted short messages, 0-999
 * @param delivered short messages, 0-999
 * @param text the message's own; its first 20 characters are told. May be empty
 */
public record OutgoingReceipt(
    String messageId,
    ReceiptState state,
    String error,
    int submitted,
    int delivered,
    Instant submittedAt,
    Instant doneAt,
    String text) {
  private static final int EXCERPT = 20;
  private static final int ERROR = 3;
  private static final byte GSM_NETWORK = 3;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  public OutgoingReceipt {
    Objects.requireNonNull(messageId);
    Objects.requireNonNull(state);
    Objects.requireNonNull(error);
    Objects.requireNonNull(submittedAt);
    Objects.requireNonNull(doneAt);
    Objects.requireNonNull(text);
    if (submitted < 0 || submitted > 999 || delivered < 0 || delivered > 999) {
      throw new IllegalArgumentException(
          "%d submitted, %d delivered: 0-999 can be told".formatted(submitted, delivered));
    }
  }

  /** Of a single short message. */
  public static OutgoingReceipt of(
      DeliveryReceipt receipt, Instant submittedAt, Instant doneAt, String text) {
    return new OutgoingReceipt(
        receipt.carrierMessageId(),
        receipt.state(),
        receipt.error(),
        1,
        receipt.state() == ReceiptState.DELIVERED ? 1 : 0,
        submittedAt,
        doneAt,
        text);
  }

  /** The standard text, dates in UTC. */
  public String shortMessage() {
    return "id:%s sub:%03d dlvrd:%03d submit date:%s done date:%s stat:%s err:%s text:%s"
        .formatted(
            messageId,
            submitted,
            delivered,
            DATE.format(submittedAt),
            DATE.format(doneAt),
            state.word(),
            shortError(),
            excerpt());
  }

  /**
   * {@link #shortMessage()} for data_coding 0, which readers of receipts take for ASCII; what ASCII
   * cannot say is {@code ?}.
   */
  public byte[] octets() {
    return shortMessage().getBytes(StandardCharsets.US_ASCII);
  }

  /** message_state, 0x0427. */
  public int messageState() {
    return state.code();
  }

  /**
   * network_error_code, 0x0423: network type and code, the latter in full where {@code err:} has no
   * room for it. Empty when there is no error, or it is no number of two octets.
   */
  public Optional<byte[]> networkErrorCode() {
    return Optional.of(error)
        .filter(each -> NUMBER.matcher(each).matches())
        .map(Integer::valueOf)
        .filter(code -> code > 0 && code <= 0xFFFF)
        .map(code -> new byte[] {GSM_NETWORK, (byte) (code >> 8), (byte) (int) code});
  }

  /** Three characters: readers look for no more, and the last ones tell codes apart. */
  private String shortError() {
    String padded = "0".repeat(Math.max(0, ERROR - error.length())) + error;
    return padded.substring(padded.length() - ERROR);
  }

  private String excerpt() {
    int codePoints = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(codePoints, EXCERPT)));
  }
}
