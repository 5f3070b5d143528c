package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.SegmentStatus;
import io.chasqui.domain.receipt.CarrierMessageKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the part a receipt speaks of: by the carrier's id, else by the number it had gone to. */
final class ReceiptMatcher {
  private static final Duration ADDRESS_MATCH = Duration.ofHours(72);

  private final Connection connection;
  private final Clock clock;

  ReceiptMatcher(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  record Part(MessageId message, int part) {}

  private record Hit(Part part, String carrierKey, String to) {}

  /** Receipts with their parts; those that match nothing are missing. */
  Map<LinkEvent.Receipt, Part> match(List<LinkEvent.Receipt> receipts) throws SQLException {
    Map<ConnectorId, List<LinkEvent.Receipt>> byConnector = new LinkedHashMap<>();
    receipts.forEach(
        each -> byConnector.computeIfAbsent(each.connector(), id -> new ArrayList<>()).add(each));
    Map<LinkEvent.Receipt, Part> matched = new HashMap<>();
    for (var entry : byConnector.entrySet()) {
      Map<String, List<Hit>> hits = hits(entry.getKey(), entry.getValue());
      for (LinkEvent.Receipt receipt : entry.getValue()) {
        Optional<Part> part = choose(receipt, hits);
        part = part.isPresent() ? part : byAddress(receipt);
        part.ifPresent(found -> matched.put(receipt, found));
      }
    }
    return matched;
  }

  /** All parts that carry one of the receipts' keys, newest first. */
  private Map<String, List<Hit>> hits(ConnectorId connector, List<LinkEvent.Receipt> receipts)
      throws SQLException {
    Set<String> keys = new LinkedHashSet<>();
    receipts.forEach(receipt -> keys.addAll(keys(receipt).candidates()));
    List<Object> parameters = new ArrayList<>();
    parameters.add(connector.value());
    parameters.addAll(keys);
    Map<String, List<Hit>> hits = new HashMap<>();
    Sql.query(
        connection,
        "SELECT s.message_id, s.part, s.carrier_key, m.to_address FROM segment s"
            + " JOIN message m ON m.id = s.message_id WHERE s.connector_id = ? AND s.carrier_key IN "
            + Sql.places(keys.size())
            + " ORDER BY s.message_id DESC",
        parameters,
        row ->
            hits.computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                .add(
                    new Hit(
                        new Part(MessageId.of(row.getBytes(1)), row.getInt(2)),
                        row.getString(3),
                        row.getString(4))));
    return hits;
  }

  /**
   * The number decides between spellings that collide; a number the carrier rewrote is forgiven
   * when the id came as it was given.
   */
  private static Optional<Part> choose(LinkEvent.Receipt receipt, Map<String, List<Hit>> hits) {
    CarrierMessageKeys keys = keys(receipt);
    return keys.candidates().stream()
        .flatMap(key -> hits.getOrDefault(key, List.of()).stream())
        .filter(hit -> sameNumber(hit.to(), receipt.source().display()))
        .findFirst()
        .or(() -> hits.getOrDefault(keys.primary(), List.of()).stream().findFirst())
        .map(Hit::part);
  }

  /** The one part to this number whose answer never came, if there is just one. */
  private Optional<Part> byAddress(LinkEvent.Receipt receipt) throws SQLException {
    Instant since = clock.instant().minus(ADDRESS_MATCH);
    List<Part> parts =
        Sql.query(
            connection,
            "SELECT s.message_id, s.part FROM message m JOIN segment s ON s.message_id = m.id"
                + " WHERE m.to_address = ? AND m.created_at >= ? AND s.connector_id = ?"
                + " AND s.status = ? AND s.carrier_message_id IS NULL LIMIT 2",
            List.of(
                receipt.source().display(),
                since,
                receipt.connector().value(),
                SegmentStatus.UNKNOWN.code()),
            row -> new Part(MessageId.of(row.getBytes(1)), row.getInt(2)));
    return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
  }

  static CarrierMessageKeys keys(LinkEvent.Receipt receipt) {
    return CarrierMessageKeys.of(receipt.receipt().carrierMessageId());
  }

  /** Carriers drop the plus, the country or a trunk prefix: the end of the number decides. */
  static boolean sameNumber(String one, String other) {
    String a = one.replace("+", "");
    String b = other.replace("+", "");
    int length = Math.min(a.length(), b.length());
    return length >= 6 && a.regionMatches(a.length() - length, b, b.length() - length, length);
  }
}
