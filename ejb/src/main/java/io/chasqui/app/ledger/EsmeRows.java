package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Destination;
import io.chasqui.domain.address.LocalNumber;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** What only messages from ESMEs have: rows of esme_message, and how a joined one is read. */
final class EsmeRows {
  /** To be joined to {@code message m}. */
  static final String JOIN = " LEFT JOIN esme_message e ON e.message_id = m.id";

  /** What {@link #origin} and {@link #source} read. */
  static final String ORIGIN_COLUMNS =
      "e.system_id, e.told_as, e.registered_delivery, e.source_ton, e.source_npi,"
          + " e.destination_ton, e.destination_npi, e.destination, e.service_type, e.priority,"
          + " e.protocol_id, e.revision";

  /** What {@link #content} reads beside the body. */
  static final String CONTENT_COLUMNS = "e.coding, e.octets, e.udhi";

  private static final String INSERT =
      "INSERT INTO esme_message (message_id, system_id, told_as, registered_delivery, source_ton,"
          + " source_npi, destination_ton, destination_npi, destination, service_type, priority,"
          + " protocol_id, not_before, coding, octets, udhi, revision)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  private EsmeRows() {}

  /** Those of the messages that came from ESMEs. */
  static void insert(Connection connection, List<OutgoingMessage> messages) throws SQLException {
    Sql.batch(
        connection,
        INSERT,
        messages.stream().filter(each -> each.origin().isPresent()).toList(),
        (statement, message) -> bind(statement, message, message.origin().orElseThrow()));
  }

  private static void bind(PreparedStatement statement, OutgoingMessage message, EsmeOrigin origin)
      throws SQLException {
    statement.setBytes(1, message.id().bytes());
    statement.setString(2, origin.account().value());
    statement.setBytes(3, origin.toldAs().bytes());
    statement.setInt(4, origin.asked().value());
    statement.setInt(5, message.from().ton());
    statement.setInt(6, message.from().npi());
    statement.setInt(7, origin.destination().ton());
    statement.setInt(8, origin.destination().npi());
    statement.setString(9, origin.destination().value());
    statement.setString(10, origin.options().serviceType());
    statement.setInt(11, origin.options().priority());
    statement.setInt(12, origin.options().protocolId());
    statement.setTimestamp(13, Sql.timestamp(message.notBefore()));
    bind(statement, message.content());
    statement.setInt(17, origin.revision());
  }

  private static void bind(PreparedStatement statement, Content content) throws SQLException {
    if (content instanceof Content.Octets octets) {
      statement.setInt(14, octets.coding().value());
      statement.setBytes(15, octets.data().octets());
      statement.setBoolean(16, octets.data().udhi());
    } else {
      statement.setNull(14, Types.TINYINT);
      statement.setNull(15, Types.BLOB);
      statement.setBoolean(16, false);
    }
  }

  /** Empty for a message that came by the API. */
  static Optional<EsmeOrigin> origin(ResultSet row) throws SQLException {
    String account = row.getString("system_id");
    return account == null
        ? Optional.empty()
        : Optional.of(
            new EsmeOrigin(
                SystemId.of(account),
                MessageId.of(row.getBytes("told_as")),
                new RegisteredDelivery(row.getInt("registered_delivery")),
                Address.of(
                    row.getInt("destination_ton"),
                    row.getInt("destination_npi"),
                    row.getString("destination")),
                new SubmitOptions(
                    row.getString("service_type"),
                    row.getInt("priority"),
                    row.getInt("protocol_id")),
                row.getInt("revision")));
  }

  /** The sender as it was submitted; for one that came by the API as its text says. */
  static Address source(ResultSet row, String display) throws SQLException {
    Address inferred = Address.infer(display);
    return row.getString("system_id") == null
        ? inferred
        : Address.of(row.getInt("source_ton"), row.getInt("source_npi"), inferred.value());
  }

  /** A full number, or what the ESME wrote. */
  static Destination destination(ResultSet row, String value) throws SQLException {
    return value.startsWith("+")
        ? Msisdn.of(value)
        : new LocalNumber(
            Address.of(row.getInt("destination_ton"), row.getInt("destination_npi"), value));
  }

  static Content content(ResultSet row, String body) throws SQLException {
    byte[] octets = row.getBytes("octets");
    return octets == null
        ? new Content.Text(body)
        : new Content.Octets(
            DataCodingScheme.of(row.getInt("coding")),
            new UserData(octets, row.getBoolean("udhi")),
            body);
  }
}
