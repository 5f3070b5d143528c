package io.chasqui.app.ledger;

import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** An id is given just before its message is accepted. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  /**
   * What an index with the ids behind it is asked for: read backwards it gives the newest first.
   */
  private record Lane(String condition, Object value) {}

  /**
   * The ids of one more than the limit, newest first; {@code parameters} gets its values in order.
   * Each lane is read as far as the limit and no further: with OR, all that ever was in them would
   * be read and sorted.
   */
  String ids(List<Object> parameters) {
    List<Lane> lanes = lanes();
    if (lanes.isEmpty()) {
      return ids(Optional.empty(), parameters);
    }
    return lanes.stream()
        .map(lane -> "(" + ids(Optional.of(lane), parameters) + ")")
        .collect(Collectors.joining(" UNION ", "", newest()));
  }

  private List<Lane> lanes() {
    if (number.isPresent()) {
      return List.of(
          new Lane("m.from_address = ?", number.get()), new Lane("m.to_address = ?", number.get()));
    }
    if (clientId.isPresent() && direction.isEmpty()) {
      return Arrays.stream(Direction.values())
          .map(each -> new Lane("m.direction = ?", each.code()))
          .toList();
    }
    return clientId.isEmpty() && direction.isPresent() && status.isEmpty()
        ? Arrays.stream(MessageStatus.values())
            .filter(each -> each.direction() == direction.get())
            .map(each -> new Lane("m.status = ?", each.code()))
            .toList()
        : List.of();
  }

  private String ids(Optional<Lane> lane, List<Object> parameters) {
    List<String> conditions = new ArrayList<>();
    lane.ifPresent(each -> add(conditions, parameters, each.condition, Optional.of(each.value)));
    add(conditions, parameters, "m.client_id = ?", clientId);
    add(conditions, parameters, "m.direction = ?", direction.map(Direction::code));
    add(conditions, parameters, "m.status = ?", status.map(MessageStatus::code));
    add(conditions, parameters, "m.service_id = (SELECT id FROM service WHERE name = ?)", service);
    add(conditions, parameters, "m.created_at >= ?", since);
    add(conditions, parameters, "m.id >= ?", since.map(at -> first(at.minus(SLACK))));
    add(conditions, parameters, "m.created_at < ?", until);
    add(conditions, parameters, "m.id < ?", until.map(at -> first(at.plus(SLACK))));
    add(conditions, parameters, "m.id < ?", before.map(MessageId::bytes));
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return "SELECT m.id AS id FROM message m" + where + newest();
  }

  private String newest() {
    return " ORDER BY id DESC LIMIT " + (limit + 1);
  }

  private static byte[] first(Instant time) {
    return MessageId.first(time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time).bytes();
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
