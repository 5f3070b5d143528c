package io.chasqui.domain.link;

import java.time.Instant;
import java.util.List;

/**
 * A PDU as it went by.
 *
 * @param session which of the link's sessions, e.g. {@code transceiver to 10.0.0.1:2775}
 * @param command e.g. {@code submit_sm}
 * @param status command_status in words, e.g. {@code ESME_ROK}
 * @param sequence sequence_number, 0 to 0xFFFFFFFF
 * @param fields of the body, in its order
 */
public record TracedPdu(
    Instant at,
    Direction direction,
    String session,
    String command,
    String status,
    long sequence,
    List<Field> fields) {

  public enum Direction {
    IN,
    OUT
  }

  public record Field(String name, String value) {}

  public TracedPdu {
    fields = List.copyOf(fields);
  }
}
