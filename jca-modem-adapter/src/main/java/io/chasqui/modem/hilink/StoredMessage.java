package io.chasqui.modem.hilink;

import io.chasqui.domain.receipt.ReceiptState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A message in a stick's inbox.
 *
 * @param date as the stick writes it, in its own time
 * @param type SmsType: 2 of several parts, 7 a report of delivery, 8 of failure
 */
record StoredMessage(int index, String phone, String content, String date, int type) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int OF_PARTS = 2;
  private static final int DELIVERED = 7;
  private static final int UNDELIVERED = 8;

  static StoredMessage of(Xml message) {
    return new StoredMessage(
        message.count("Index"),
        message.text("Phone"),
        message.first("Content").orElse(""),
        message.text("Date"),
        message.count("SmsType"));
  }

  /** Parts may still be added to it. */
  boolean mayGrow() {
    return type == OF_PARTS;
  }

  /** What it reports; empty for a message that people wrote. */
  Optional<ReceiptState> report() {
    return switch (type) {
      case DELIVERED -> Optional.of(ReceiptState.DELIVERED);
      case UNDELIVERED -> Optional.of(ReceiptState.UNDELIVERABLE);
      default -> Optional.empty();
    };
  }

  /** The epoch when the stick wrote no date. */
  Instant sentAt() {
    try {
      return LocalDateTime.parse(date, DATE).atZone(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "message %d of %s, type %d".formatted(index, date, type);
  }
}
