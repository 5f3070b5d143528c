package io.chasqui.app.persistence;

import io.chasqui.database.GatewayDataSource;
import io.chasqui.database.GatewayDatabase;
import io.chasqui.database.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The real MariaDB with the real schema, upgraded from the first version, one for all tests of this
 * module's JVM.
 */
public final class MigratedDatabase {
  private static DataSource shared;

  private MigratedDatabase() {}

  public static synchronized DataSource dataSource() {
    if (shared == null) {
      Map<String, String> settings = Map.of("chasqui.home", freshHome().toString());
      GatewayDatabase.start(Settings.from(name -> Optional.ofNullable(settings.get(name))));
      shared = new GatewayDataSource();
      FirstVersion.fill(shared);
      SchemaMigration.migrate(shared);
    }
    return shared;
  }

  /** Made anew: an earlier build's schema may have had other migrations. */
  private static Path freshHome() {
    Path home = Path.of("target", "test-home").toAbsolutePath();
    try (Stream<Path> old = Files.exists(home) ? Files.walk(home) : Stream.empty()) {
      old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return home;
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
