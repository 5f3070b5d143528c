package io.chasqui.app.persistence;

import io.chasqui.database.GatewayDataSource;
import io.chasqui.database.GatewayDatabase;
import io.chasqui.database.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The real MariaDB with the real schema, one for all tests of this module's JVM. */
public final class MigratedDatabase {
  private static DataSource shared;

  private MigratedDatabase() {}

  public static synchronized DataSource dataSource() {
    if (shared == null) {
      Map<String, String> settings =
          Map.of("chasqui.home", Path.of("target", "test-home").toAbsolutePath().toString());
      GatewayDatabase.start(Settings.from(name -> Optional.ofNullable(settings.get(name))));
      shared = new GatewayDataSource();
      SchemaMigration.migrate(shared);
    }
    return shared;
  }

  /** Runs work in a transaction of its own. */
  public static <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = dataSource().getConnection()) {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.commit();
      return result;
    }
  }

  /** Something done with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
