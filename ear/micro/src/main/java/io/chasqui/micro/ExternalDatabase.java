package io.chasqui.micro;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The MariaDB that {@code chasqui.db.url} names, tried once before anything heavy starts. */
record ExternalDatabase(String url, String user, String password) {
  private static final String PATIENCE_MS = "5000";

  /**
   * @throws Refusal saying which of address, account and database is wrong
   */
  void check() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", PATIENCE_MS);
    properties.setProperty("socketTimeout", PATIENCE_MS);
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw new Refusal(line(e), e);
    }
  }

  private String line(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "database: "
          + shown()
          + " refuses user '"
          + user
          + "': check chasqui.db.user and chasqui.db.password";
    }
    if (state.startsWith("42")) {
      return "database: "
          + shown()
          + ": user '"
          + user
          + "' has no access to that database, or it does not exist: check chasqui.db.url";
    }
    if (e.getMessage() != null && e.getMessage().startsWith("No suitable driver")) {
      return "database: chasqui.db.url '"
          + shown()
          + "' must look like jdbc:mariadb://host:3306/chasqui";
    }
    return "database: "
        + shown()
        + " cannot be reached: check chasqui.db.url ("
        + FirstLine.of(e)
        + ")";
  }

  // Its parameters may hold a password.
  private String shown() {
    return url.replaceFirst("\\?.*", "");
  }
}
