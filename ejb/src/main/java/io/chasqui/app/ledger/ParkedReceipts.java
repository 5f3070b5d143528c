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
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Receipts that came before the answer that names their message: kept under every key their id may
 * be stored as.
 */
final class ParkedReceipts {
  private static final String INSERT =
      "INSERT INTO parked_receipt (connector_id, carrier_message_id, state, state_word, error,"
          + " source, destination, received_at) SELECT ?,?,?,?,?,?,?,? FROM DUAL WHERE NOT EXISTS"
          + " (SELECT 1 FROM parked_receipt_key k JOIN parked_receipt r ON r.id = k.receipt_id"
          + " WHERE k.connector_id = ? AND k.carrier_key = ? AND r.carrier_message_id = ?"
          + " AND r.state = ? AND r.state_word = ? AND r.error = ? AND r.received_at = ?)";

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

  /** Does nothing for one that is there: the same news came before. */
  void park(LinkEvent.Receipt event) throws SQLException {
    OptionalLong id = insert(event);
    if (id.isPresent()) {
      insertKeys(event, id.getAsLong());
    }
  }

  private void insertKeys(LinkEvent.Receipt event, long id) throws SQLException {
    Sql.batch(
        connection,
        "INSERT INTO parked_receipt_key (connector_id, carrier_key, receipt_id) VALUES (?,?,?)",
        CarrierMessageKeys.of(event.receipt().carrierMessageId()).candidates(),
        (statement, key) -> {
          statement.setString(1, event.connector().value());
          statement.setString(2, key);
          statement.setLong(3, id);
        });
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
    Sql.batch(
        connection,
        "DELETE FROM parked_receipt WHERE id = ?",
        receipts,
        (statement, receipt) -> statement.setLong(1, receipt.id()));
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

  private OptionalLong insert(LinkEvent.Receipt event) throws SQLException {
    DeliveryReceipt receipt = event.receipt();
    try (PreparedStatement statement =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      statement.setString(1, event.connector().value());
      statement.setString(2, receipt.carrierMessageId());
      statement.setInt(3, receipt.state().code());
      statement.setString(4, receipt.stateWord());
      statement.setString(5, receipt.error());
      statement.setString(6, event.source().display());
      statement.setString(7, event.destination().display());
      statement.setTimestamp(8, Sql.timestamp(event.at()));
      statement.setString(9, event.connector().value());
      statement.setString(10, CarrierMessageKeys.of(receipt.carrierMessageId()).primary());
      statement.setString(11, receipt.carrierMessageId());
      statement.setInt(12, receipt.state().code());
      statement.setString(13, receipt.stateWord());
      statement.setString(14, receipt.error());
      statement.setTimestamp(15, Sql.timestamp(event.at()));
      if (statement.executeUpdate() == 0) {
        return OptionalLong.empty();
      }
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return OptionalLong.of(keys.getLong(1));
      }
    }
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
