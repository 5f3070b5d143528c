package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.receipt.CarrierMessageKeys;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Receipts that came before the answer that names their message: kept under every key their id may
 * be stored as.
 */
final class ParkedReceipts {
  private static final String INSERT =
      "INSERT INTO parked_receipt (connector_id, carrier_message_id, state, state_word, error,"
          + " source, destination, received_at) VALUES ";
  private static final String ROW = "(?,?,?,?,?,?,?,?)";
  private static final String INSERT_KEY =
      "INSERT INTO parked_receipt_key (connector_id, carrier_key, receipt_id) VALUES (?,?,?)";

  private final Connection connection;
  private final Instant since;

  /**
   * @param since older ones belong to nothing any more
   */
  ParkedReceipts(Connection connection, Instant since) {
    this.connection = connection;
    this.since = since;
  }

  /** A receipt and its place in the table. */
  record Parked(long id, LinkEvent.Receipt receipt) {}

  private record Key(ConnectorId connector, String key, long receipt) {}

  /** What makes a receipt the same one, come again. */
  private record Identity(ConnectorId connector, Instant at, DeliveryReceipt receipt) {
    static Identity of(LinkEvent.Receipt event) {
      Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
      return new Identity(event.connector(), at, event.receipt());
    }
  }

  /** Leaves out those that are there: the same news came before. */
  void park(List<LinkEvent.Receipt> receipts) throws SQLException {
    Set<Identity> known = new HashSet<>();
    Map<ConnectorId, List<LinkEvent.Receipt>> byConnector =
        receipts.stream().collect(Collectors.groupingBy(LinkEvent.Receipt::connector));
    for (var each : byConnector.entrySet()) {
      waitingFor(each.getKey(), primaryKeys(each.getValue()))
          .forEach(parked -> known.add(Identity.of(parked.receipt())));
    }
    insert(receipts.stream().filter(receipt -> known.add(Identity.of(receipt))).toList());
  }

  private static Set<String> primaryKeys(List<LinkEvent.Receipt> receipts) {
    return receipts.stream()
        .map(each -> CarrierMessageKeys.of(each.receipt().carrierMessageId()).primary())
        .collect(Collectors.toSet());
  }

  private void insert(List<LinkEvent.Receipt> receipts) throws SQLException {
    if (receipts.isEmpty()) {
      return;
    }
    String rows = String.join(",", Collections.nCopies(receipts.size(), ROW));
    List<Object> values = receipts.stream().flatMap(ParkedReceipts::values).toList();
    List<Long> ids =
        Sql.query(connection, INSERT + rows + " RETURNING id", values, row -> row.getLong(1));
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      long id = ids.get(i);
      LinkEvent.Receipt receipt = receipts.get(i);
      CarrierMessageKeys.of(receipt.receipt().carrierMessageId())
          .candidates()
          .forEach(key -> keys.add(new Key(receipt.connector(), key, id)));
    }
    Sql.batch(connection, INSERT_KEY, keys, ParkedReceipts::bind);
  }

  private static Stream<Object> values(LinkEvent.Receipt event) {
    DeliveryReceipt receipt = event.receipt();
    return Stream.of(
        event.connector().value(),
        receipt.carrierMessageId(),
        receipt.state().code(),
        receipt.stateWord(),
        receipt.error(),
        event.source().display(),
        event.destination().display(),
        event.at());
  }

  private static void bind(PreparedStatement statement, Key key) throws SQLException {
    statement.setString(1, key.connector().value());
    statement.setString(2, key.key());
    statement.setLong(3, key.receipt());
  }

  /** Those that wait for one of these ids of a connector. */
  List<Parked> waitingFor(ConnectorId connector, Set<String> primaryKeys) throws SQLException {
    List<Object> parameters = new ArrayList<>(List.of(since, connector.value()));
    parameters.addAll(primaryKeys);
    return Sql.query(
        connection,
        "SELECT DISTINCT r.id, r.carrier_message_id, r.state, r.state_word, r.error, r.source,"
            + " r.destination, r.received_at FROM parked_receipt_key k JOIN parked_receipt r"
            + " ON r.id = k.receipt_id WHERE r.received_at >= ? AND k.connector_id = ?"
            + " AND k.carrier_key IN "
            + Sql.places(primaryKeys.size()),
        parameters,
        row -> new Parked(row.getLong(1), receipt(connector, row)));
  }

  void remove(List<Parked> receipts) throws SQLException {
    Sql.updateAll(
        connection,
        "DELETE FROM parked_receipt WHERE id IN ",
        List.of(),
        receipts.stream().map(Parked::id).toList());
  }

  /** Removes those from before; answers how many of each connector. */
  Map<ConnectorId, Integer> purge() throws SQLException {
    Map<ConnectorId, Integer> old = new TreeMap<>(Comparator.comparing(ConnectorId::value));
    Sql.query(
        connection,
        "SELECT connector_id, COUNT(*) FROM parked_receipt WHERE received_at < ?"
            + " GROUP BY connector_id",
        List.of(since),
        row -> old.put(ConnectorId.of(row.getString(1)), row.getInt(2)));
    Sql.update(connection, "DELETE FROM parked_receipt WHERE received_at < ?", List.of(since));
    return old;
  }

  private static LinkEvent.Receipt receipt(ConnectorId connector, ResultSet row)
      throws SQLException {
    return new LinkEvent.Receipt(
        connector,
        row.getTimestamp(8).toInstant(),
        Address.infer(row.getString(6)),
        Address.infer(row.getString(7)),
        new DeliveryReceipt(
            row.getString(2),
            ReceiptState.ofCode(row.getInt(3)).orElse(ReceiptState.UNKNOWN),
            row.getString(4),
            row.getString(5)));
  }
}
