package io.chasqui.app.outbox;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.esme.EsmeDelivery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * Takes down what ESMEs are to be given, in the transaction in which it becomes true. Call {@link
 * EsmeDispatcher#wake} after the commit.
 */
public final class EsmeOutbox {
  private static final String INSERT =
      "INSERT INTO esme_delivery (system_id, kind, message_id, source_ton, source_npi, source,"
          + " destination_ton, destination_npi, destination, coding, octets, udhi, created_at,"
          + " next_attempt_at, receipt_id, receipt_state, receipt_error, receipt_final)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  private EsmeOutbox() {}

  /** Adds deliveries, due at once, each account's in their order. */
  public static void add(Connection connection, List<PendingDelivery> deliveries)
      throws SQLException {
    Sql.batch(connection, INSERT, deliveries, EsmeOutbox::bind);
  }

  private static void bind(PreparedStatement statement, PendingDelivery delivery)
      throws SQLException {
    statement.setString(1, delivery.account().value());
    statement.setInt(2, DeliveryKind.of(delivery).code());
    statement.setBytes(3, delivery.message().bytes());
    bindAddress(statement, 4, delivery.source());
    bindAddress(statement, 7, delivery.destination());
    statement.setInt(10, delivery.coding().value());
    statement.setBytes(11, delivery.content().octets());
    statement.setBoolean(12, delivery.content().udhi());
    statement.setTimestamp(13, Sql.timestamp(delivery.at()));
    statement.setTimestamp(14, Sql.timestamp(delivery.at()));
    if (delivery.receipt().isPresent()) {
      bindReceipt(statement, delivery.receipt().get());
    } else {
      bindNoReceipt(statement);
    }
  }

  private static void bindAddress(PreparedStatement statement, int place, Address address)
      throws SQLException {
    statement.setInt(place, address.ton());
    statement.setInt(place + 1, address.npi());
    statement.setString(place + 2, address.value());
  }

  private static void bindReceipt(PreparedStatement statement, EsmeDelivery.Receipt receipt)
      throws SQLException {
    statement.setString(15, receipt.messageId());
    statement.setInt(16, receipt.state());
    statement.setObject(17, receipt.networkError().orElse(null), Types.INTEGER);
    statement.setBoolean(18, receipt.isFinal());
  }

  private static void bindNoReceipt(PreparedStatement statement) throws SQLException {
    statement.setNull(15, Types.VARCHAR);
    statement.setNull(16, Types.TINYINT);
    statement.setNull(17, Types.INTEGER);
    statement.setNull(18, Types.BOOLEAN);
  }
}
