package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.app.receipts.Sighting;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.SegmentStatus;
import io.chasqui.domain.receipt.CarrierMessageKeys;
import io.chasqui.domain.receipt.TrailingDigits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the part a receipt speaks of: by the carrier's id, else by the number it had gone to. */
final class ReceiptMatcher {
  /**
   * From a message's acceptance to its end: scheduled 30 days ahead, valid for a week. No week from
   * before is looked into.
   */
  private static final Duration LONGEST_LIFE = Duration.ofDays(37);

  private final Connection connection;
  private final Instant since;
  private final Function<ConnectorId, CarrierReading> readings;
  private final List<Sighting> sightings = new ArrayList<>();

  /**
   * @param since messages from before are not looked for by their number
   */
  ReceiptMatcher(
      Connection connection, Instant since, Function<ConnectorId, CarrierReading> readings) {
    this.connection = connection;
    this.since = since;
    this.readings = readings;
  }

  /**
   * @param answered the carrier's id as the submit answer had it
   */
  private record Hit(PartId part, SegmentStatus status, String to, String answered) {}

  /** What was seen of how the carriers spell their ids. */
  List<Sighting> sightings() {
    return sightings;
  }

  private record Candidate(PartId part, SegmentStatus status) {}

  /** Receipts with their parts; those that match nothing are missing. */
  Map<LinkEvent.Receipt, PartId> match(List<LinkEvent.Receipt> receipts) throws SQLException {
    Map<LinkEvent.Receipt, PartId> matched = matchById(receipts);
    for (LinkEvent.Receipt receipt : receipts) {
      if (!matched.containsKey(receipt)) {
        byAddress(receipt).ifPresent(part -> matched.put(receipt, part));
      }
    }
    return matched;
  }

  /** As above, by the carrier's id alone. */
  Map<LinkEvent.Receipt, PartId> matchById(List<LinkEvent.Receipt> receipts) throws SQLException {
    Map<ConnectorId, List<LinkEvent.Receipt>> byConnector =
        receipts.stream().collect(Collectors.groupingBy(LinkEvent.Receipt::connector));
    Map<LinkEvent.Receipt, PartId> matched = new HashMap<>();
    for (var entry : byConnector.entrySet()) {
      Map<String, List<Hit>> hits = hits(entry.getKey(), entry.getValue());
      for (LinkEvent.Receipt receipt : entry.getValue()) {
        choose(receipt, hits)
            .ifPresent(
                hit -> {
                  matched.put(receipt, hit.part());
                  note(receipt, hit, hits);
                });
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
    parameters.add(MessageId.first(since.minus(LONGEST_LIFE)).bytes());
    parameters.addAll(keys);
    Map<String, List<Hit>> hits = new HashMap<>();
    Sql.query(
        connection,
        "SELECT s.message_id, s.part, s.carrier_key, m.to_address,"
            + " s.carrier_message_id, s.status FROM segment s"
            + " JOIN message m ON m.id = s.message_id WHERE s.connector_id = ? AND s.message_id >= ?"
            + " AND s.carrier_key IN "
            + Sql.places(keys.size())
            // A carrier that answers with one id for all would have every message it had read.
            + " ORDER BY s.message_id DESC LIMIT 5000",
        parameters,
        row ->
            hits.computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                .add(
                    new Hit(
                        new PartId(MessageId.of(row.getBytes(1)), row.getInt(2)),
                        SegmentStatus.ofCode(row.getInt(6)),
                        row.getString(4),
                        row.getString(5))));
    return hits;
  }

  /**
   * The number decides between spellings that collide; a number the carrier rewrote is forgiven
   * when the id came as it was given. A part that has ended is taken under the likeliest spelling
   * only: under another, the receipt is rather that of a message whose answer is still to come.
   */
  private Optional<Hit> choose(LinkEvent.Receipt receipt, Map<String, List<Hit>> hits) {
    CarrierMessageKeys keys = keys(receipt);
    String likeliest = keys.candidates().iterator().next();
    return keys.candidates().stream()
        .flatMap(
            key ->
                hits.getOrDefault(key, List.of()).stream()
                    .filter(hit -> key.equals(likeliest) || !hit.status().isFinal()))
        .filter(hit -> TrailingDigits.same(hit.to(), receipt.source().display()))
        .findFirst()
        .or(() -> hits.getOrDefault(keys.primary(), List.of()).stream().findFirst());
  }

  private void note(LinkEvent.Receipt receipt, Hit chosen, Map<String, List<Hit>> hits) {
    ConnectorId connector = receipt.connector();
    String received = receipt.receipt().carrierMessageId();
    sightings.add(new Sighting.Match(connector, chosen.answered(), received));
    Set<String> answered =
        keys(receipt).candidates().stream()
            .flatMap(key -> hits.getOrDefault(key, List.of()).stream())
            .map(Hit::answered)
            .collect(Collectors.toSet());
    List<String> doubts = readings.apply(connector).doubts(received, answered);
    if (!doubts.isEmpty()) {
      sightings.add(new Sighting.Doubt(connector, received, doubts));
    }
  }

  /**
   * The one part to this number whose answer never came, if no other part to it waits for an answer
   * or an id: the receipt might be that one's, come early.
   */
  private Optional<PartId> byAddress(LinkEvent.Receipt receipt) throws SQLException {
    List<Candidate> candidates =
        Sql.query(
            connection,
            "SELECT s.message_id, s.part, s.status FROM message m"
                + " JOIN segment s ON s.message_id = m.id"
                + " WHERE m.to_address = ? AND m.id >= ? AND s.connector_id = ?"
                + " AND s.carrier_message_id IS NULL AND s.status IN (?,?,?) LIMIT 2",
            List.of(
                receipt.source().display(),
                MessageId.first(since).bytes(),
                receipt.connector().value(),
                SegmentStatus.QUEUED.code(),
                SegmentStatus.SUBMITTED.code(),
                SegmentStatus.UNKNOWN.code()),
            row ->
                new Candidate(
                    new PartId(MessageId.of(row.getBytes(1)), row.getInt(2)),
                    SegmentStatus.ofCode(row.getInt(3))));
    return candidates.stream()
        .filter(only -> candidates.size() == 1 && only.status() == SegmentStatus.UNKNOWN)
        .map(Candidate::part)
        .findFirst();
  }

  private CarrierMessageKeys keys(LinkEvent.Receipt receipt) {
    return readings.apply(receipt.connector()).keys(receipt.receipt().carrierMessageId());
  }
}
