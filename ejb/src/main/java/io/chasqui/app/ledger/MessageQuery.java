package io.chasqui.app.ledger;

import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which messages to list, newest first.
 *
 * @param clientId whose; empty for an administrator, who sees all
 * @param number sender or recipient
 * @param before the cursor: only messages older than this one
 * @param limit 1-200
 */
public record MessageQuery(
    Optional<String> clientId,
    Optional<Direction> direction,
    Optional<MessageStatus> status,
    Optional<String> number,
    Optional<String> service,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<MessageId> before,
    int limit) {
  public static final int LARGEST_LIMIT = 200;

  /** The WHERE clause; {@code parameters} gets its values in order. */
  String where(List<Object> parameters) {
    List<String> conditions = new ArrayList<>();
    add(conditions, parameters, "m.client_id = ?", clientId);
    add(conditions, parameters, "m.direction = ?", direction.map(Direction::code));
    add(conditions, parameters, "m.status = ?", status.map(MessageStatus::code));
    add(conditions, parameters, "s.name = ?", service);
    add(conditions, parameters, "m.created_at >= ?", since);
    add(conditions, parameters, "m.created_at < ?", until);
    add(conditions, parameters, "m.id < ?", before.map(MessageId::bytes));
    number.ifPresent(
        value -> {
          conditions.add("(m.from_address = ? OR m.to_address = ?)");
          parameters.add(value);
          parameters.add(value);
        });
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static void add(
      List<String> conditions, List<Object> parameters, String condition, Optional<?> value) {
    value.ifPresent(
        each -> {
          conditions.add(condition);
          parameters.add(each);
        });
  }
}
