package io.chasqui.app.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements of the hot path, where a batch is one round trip and no entity is built. */
public final class Sql {
  private Sql() {}

  /** Sets the parameters of one row. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(PreparedStatement statement, T item) throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** What is done within one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T done() throws SQLException;
  }

  /** Commits what {@code work} did, or nothing of it; outside of the container's transactions. */
  public static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.done();
      connection.commit();
      return result;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Executes {@code sql} once for each item, in one batch; nothing for none. */
  public static <T> void batch(
      Connection connection, String sql, Collection<T> items, Binder<T> binder)
      throws SQLException {
    if (items.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T item : items) {
        binder.bind(statement, item);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Executes {@code sql} with positional parameters and reads all rows. */
  public static <T> List<T> query(
      Connection connection, String sql, List<?> parameters, Mapper<T> mapper) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindAll(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(mapper.map(rows));
        }
        return result;
      }
    }
  }

  /** Executes {@code sql} with positional parameters and answers the number of rows it changed. */
  public static int update(Connection connection, String sql, List<?> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindAll(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /**
   * Executes one statement for many rows, which costs the database a fraction of one for each.
   *
   * @param sql ends where the list of keys begins
   * @param parameters of the places before it
   * @param keys nothing is executed for none
   */
  public static void updateAll(
      Connection connection, String sql, List<?> parameters, Collection<?> keys)
      throws SQLException {
    if (!keys.isEmpty()) {
      List<Object> all = new ArrayList<>(parameters);
      all.addAll(keys);
      update(connection, sql + places(keys.size()), all);
    }
  }

  /** {@code (?,?,?)} with {@code count} places. */
  public static String places(int count) {
    return "(" + "?,".repeat(count - 1) + "?)";
  }

  /** For columns of type DATETIME(3) in UTC. */
  public static Timestamp timestamp(Instant instant) {
    return Timestamp.from(instant);
  }

  private static void bindAll(PreparedStatement statement, List<?> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      Object value = parameters.get(i);
      statement.setObject(i + 1, value instanceof Instant at ? timestamp(at) : value);
    }
  }
}
