package io.chasqui.app.persistence;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database of the first version with something in it, to be upgraded. */
public final class FirstVersion {
  public static final ConnectorId CONNECTOR = ConnectorId.of("before-the-upgrade");
  public static final int REFERENCE = 42;

  /** Later than any test's timer looks. */
  public static final Instant RECEIVED_AT = Instant.parse("2099-01-01T00:00:00Z");

  public static final String FIRST_PART = "b".repeat(153);

  public static final ConnectorId CARRIER = ConnectorId.of("carrier-before-the-upgrade");

  /** Accepted in the last hour of a week. */
  public static final MessageId MESSAGE = MessageId.of("01M828DMZZ0000000000000000");

  private FirstVersion() {}

  static void fill(DataSource database) {
    Flyway.configure(FirstVersion.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = database.getConnection()) {
      insertWaitingPart(connection);
      insertMessage(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void insertMessage(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO message (id, direction, from_address, to_address, body, alphabet, segments,"
            + " status, connector_id, created_at) VALUES (?,1,'Shop','+4412345678','hello',0,2,10,?,?)",
        List.of(MESSAGE.bytes(), CARRIER.value(), MESSAGE.time()));
    for (int status : new int[] {1, 2, 3, 10}) {
      Sql.update(
          connection,
          "INSERT INTO event (message_id, at, status, detail) VALUES (?,?,?,'before')",
          List.of(MESSAGE.bytes(), MESSAGE.time(), status));
    }
  }

  private static void insertWaitingPart(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO incoming_part (connector_id, source, destination, reference, total, sequence,"
            + " message_id, coding, payload, received_at) VALUES (?,?,?,?,2,1,?,?,?,?)",
        List.of(
            CONNECTOR.value(),
            "+5511988880001",
            "+5511999990001",
            REFERENCE,
            MessageId.next(Clock.systemUTC()).bytes(),
            DataCodingScheme.DEFAULT.value(),
            FIRST_PART.getBytes(StandardCharsets.US_ASCII),
            RECEIVED_AT));
  }
}
