package io.chasqui.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mariadb.jdbc.MariaDbDataSource;

/** Settings for a home of a test, and the shortest way to a value in its database. */
final class Homes {
  private Homes() {}

  static Settings at(Path home, String... more) {
    Map<String, String> given = new HashMap<>(Map.of("chasqui.home", home.toString()));
    given.put("chasqui.db.buffer-pool", "64");
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], more[i + 1]);
    }
    return Settings.from(name -> Optional.ofNullable(given.get(name)));
  }

  static Connection connect(ConnectionDetails details) throws SQLException {
    return new MariaDbDataSource(details.url()).getConnection(details.user(), details.password());
  }

  static String ask(ConnectionDetails details, String... statements) throws SQLException {
    try (Connection connection = connect(details);
        Statement statement = connection.createStatement()) {
      String answer = null;
      for (String sql : statements) {
        if (statement.execute(sql)) {
          try (ResultSet rows = statement.getResultSet()) {
            answer = rows.next() ? rows.getString(1) : null;
          }
        }
      }
      return answer;
    }
  }
}
