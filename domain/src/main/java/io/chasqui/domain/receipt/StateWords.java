package io.chasqui.domain.receipt;

import static io.chasqui.domain.receipt.ReceiptState.ACCEPTED;
import static io.chasqui.domain.receipt.ReceiptState.DELETED;
import static io.chasqui.domain.receipt.ReceiptState.DELIVERED;
import static io.chasqui.domain.receipt.ReceiptState.ENROUTE;
import static io.chasqui.domain.receipt.ReceiptState.EXPIRED;
import static io.chasqui.domain.receipt.ReceiptState.REJECTED;
import static io.chasqui.domain.receipt.ReceiptState.UNDELIVERABLE;
import static io.chasqui.domain.receipt.ReceiptState.UNKNOWN;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words carriers write after {@code stat:}, the standard's seven letters and their own. */
final class StateWords {
  private static final Map<ReceiptState, List<String>> DIALECTS =
      Map.of(
          ENROUTE,
          List.of(
              "ENROUTE",
              "BUFFRED",
              "BUFFERED",
              "BUFFERD",
              "QUEUED",
              "PENDING",
              "SCHEDULED",
              "SENT"),
          DELIVERED,
          List.of("DELIVRD", "DELIVERED", "DELIVERD", "DELIVRED", "DLVRD"),
          EXPIRED,
          List.of("EXPIRED", "EXPIRD"),
          DELETED,
          List.of("DELETED", "CANCELED", "CANCELLED"),
          UNDELIVERABLE,
          List.of(
              "UNDELIV", "UNDELIVERED", "UNDELIVERABLE", "UNDELVRD", "UNDLVRD", "FAILED", "FAIL"),
          ACCEPTED,
          List.of("ACCEPTD", "ACCEPTED", "ACKED", "ACK"),
          REJECTED,
          // DND: the recipient is on a national do-not-disturb register.
          List.of("REJECTD", "REJECTED", "DND", "BLOCKED", "BLACKLISTED", "BLKLIST"));

  private static final Map<String, ReceiptState> STATES = states();

  private StateWords() {}

  static ReceiptState state(String word) {
    return STATES.getOrDefault(word.trim().toUpperCase(Locale.ROOT), UNKNOWN);
  }

  private static Map<String, ReceiptState> states() {
    Map<String, ReceiptState> states = new HashMap<>();
    DIALECTS.forEach((state, words) -> words.forEach(word -> states.put(word, state)));
    return Map.copyOf(states);
  }
}
