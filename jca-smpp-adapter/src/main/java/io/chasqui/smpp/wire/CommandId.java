package io.chasqui.smpp.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** command_id (SMPP 3.4, 5.1.2.1). */
public enum CommandId {
  GENERIC_NACK(0x80000000),
  BIND_RECEIVER(0x01),
  BIND_RECEIVER_RESP(0x80000001),
  BIND_TRANSMITTER(0x02),
  BIND_TRANSMITTER_RESP(0x80000002),
  QUERY_SM(0x03),
  QUERY_SM_RESP(0x80000003),
  SUBMIT_SM(0x04),
  SUBMIT_SM_RESP(0x80000004),
  DELIVER_SM(0x05),
  DELIVER_SM_RESP(0x80000005),
  UNBIND(0x06),
  UNBIND_RESP(0x80000006),
  REPLACE_SM(0x07),
  REPLACE_SM_RESP(0x80000007),
  CANCEL_SM(0x08),
  CANCEL_SM_RESP(0x80000008),
  BIND_TRANSCEIVER(0x09),
  BIND_TRANSCEIVER_RESP(0x80000009),
  OUTBIND(0x0B),
  ENQUIRE_LINK(0x15),
  ENQUIRE_LINK_RESP(0x80000015),
  SUBMIT_MULTI(0x21),
  SUBMIT_MULTI_RESP(0x80000021),
  ALERT_NOTIFICATION(0x102),
  DATA_SM(0x103),
  DATA_SM_RESP(0x80000103);

  private static final int RESPONSE = 0x80000000;
  private static final int RANGE = 0x104;
  private static final CommandId[] REQUESTS = new CommandId[RANGE];
  private static final CommandId[] RESPONSES = new CommandId[RANGE];

  static {
    for (CommandId each : values()) {
      (each.isResponse() ? RESPONSES : REQUESTS)[each.code & ~RESPONSE] = each;
    }
  }

  private final int code;

  CommandId(int code) {
    this.code = code;
  }

  /** Empty for a code that SMPP 3.4 does not know. */
  public static Optional<CommandId> of(int code) {
    int index = code & ~RESPONSE;
    CommandId[] table = isResponse(code) ? RESPONSES : REQUESTS;
    return index < RANGE ? Optional.ofNullable(table[index]) : Optional.empty();
  }

  /** Whether a code, known or not, is a response's. */
  static boolean isResponse(int code) {
    return (code & RESPONSE) != 0;
  }

  public int code() {
    return code;
  }

  public boolean isResponse() {
    return isResponse(code);
  }

  public boolean isBind() {
    return this == BIND_RECEIVER || this == BIND_TRANSMITTER || this == BIND_TRANSCEIVER;
  }

  /**
   * The command that answers this one.
   *
   * @throws IllegalStateException when nothing does: responses, outbind, alert_notification
   */
  public CommandId response() {
    if (isResponse()) {
      throw new IllegalStateException(this + " is a response");
    }
    return of(code | RESPONSE)
        .orElseThrow(() -> new IllegalStateException(this + " has no response"));
  }

  /** Counts by the names of their commands. */
  public static Map<String, Long> named(Map<CommandId, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
  }

  /** As in the specification, e.g. {@code submit_sm_resp}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
