package io.chasqui.domain.receipt;

import io.chasqui.domain.message.SegmentStatus;
import java.util.Arrays;
import java.util.Optional;

/** message_state (SMPP 3.4, 5.2.28) with the words of the receipt's text (appendix B). */
public enum ReceiptState {
  ENROUTE(1, "ENROUTE"),
  DELIVERED(2, "DELIVRD"),
  EXPIRED(3, "EXPIRED"),
  DELETED(4, "DELETED"),
  UNDELIVERABLE(5, "UNDELIV"),
  ACCEPTED(6, "ACCEPTD"),
  UNKNOWN(7, "UNKNOWN"),
  REJECTED(8, "REJECTD");

  private final int code;
  private final String word;

  ReceiptState(int code, String word) {
    this.code = code;
    this.word = word;
  }

  public int code() {
    return code;
  }

  public String word() {
    return word;
  }

  /** Whether the network has stopped trying. */
  public boolean isFinal() {
    return switch (this) {
      case ENROUTE, ACCEPTED, UNKNOWN -> false;
      default -> true;
    };
  }

  /** What the receipt makes of the part it speaks of; a deleted message never arrives. */
  public SegmentStatus segmentStatus() {
    return switch (this) {
      case ENROUTE, ACCEPTED -> SegmentStatus.SUBMITTED;
      case DELIVERED -> SegmentStatus.DELIVERED;
      case EXPIRED -> SegmentStatus.EXPIRED;
      case DELETED, UNDELIVERABLE -> SegmentStatus.UNDELIVERED;
      case REJECTED -> SegmentStatus.REJECTED;
      case UNKNOWN -> SegmentStatus.UNKNOWN;
    };
  }

  /**
   * The state of a message_state TLV, SMPP 5.0's 0 (scheduled) and 9 (skipped) included; empty for
   * other values.
   */
  public static Optional<ReceiptState> ofCode(int code) {
    return switch (code) {
      case 0 -> Optional.of(ENROUTE);
      case 9 -> Optional.of(REJECTED);
      default -> Arrays.stream(values()).filter(state -> state.code == code).findFirst();
    };
  }

  /** The state a carrier's word stands for, in any case; {@link #UNKNOWN} for one nobody knows. */
  public static ReceiptState ofWord(String word) {
    return StateWords.state(word);
  }
}
