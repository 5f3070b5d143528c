package io.chasqui.app.ledger;

import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * The database as it is when it gives up a transaction: it refuses to write down anything about one
 * message, and counts how often it was asked to, in a table that no rollback touches.
 */
final class Refusals implements AutoCloseable {
  private final DataSource database;
  private final String id;

  private Refusals(DataSource database, String id) {
    this.database = database;
    this.id = id;
  }

  static Refusals ofEvents(DataSource database, MessageId message) throws SQLException {
    String id = "x'" + HexFormat.of().formatHex(message.bytes()) + "'";
    Refusals refusals = new Refusals(database, id);
    refusals.execute("CREATE TABLE refusal (at DATETIME(3)) ENGINE=MyISAM");
    refusals.execute(
        """
        CREATE TRIGGER refuse BEFORE INSERT ON event FOR EACH ROW
        IF NEW.message_id = %s THEN
          INSERT INTO refusal VALUES (NOW(3));
          SIGNAL SQLSTATE '40001' SET MESSAGE_TEXT = 'serialization failure';
        END IF"""
            .formatted(id));
    return refusals;
  }

  int count() throws SQLException {
    return number("SELECT COUNT(*) FROM refusal");
  }

  /** Whether the message's row is there all the same. */
  boolean isWritten() throws SQLException {
    return number("SELECT COUNT(*) FROM message WHERE id = " + id) > 0;
  }

  @Override
  public void close() throws SQLException {
    execute("DROP TRIGGER refuse");
    execute("DROP TABLE refusal");
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private int number(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet result = sql.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }
}
