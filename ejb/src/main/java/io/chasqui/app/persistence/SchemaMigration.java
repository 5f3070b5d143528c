package io.chasqui.app.persistence;

import io.chasqui.app.config.GatewaySettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date before any other part starts: startup beans name this one in
 * {@code @DependsOn}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
  private static final System.Logger LOG = System.getLogger("io.chasqui.database");

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  /** Settings are the first thing to be wrong, so they are read before anything is done. */
  @Inject private GatewaySettings settings;

  // Not an overload of migrate: Payara finds an EJB's callbacks by name alone.
  @PostConstruct
  void migrateBeforeAnyoneElse() {
    LOG.log(Level.INFO, "gateway: {0}", settings);
    MigrateResult result = migrate(database);
    LOG.log(
        Level.INFO,
        "database: schema at version {0}, {1} migrations applied",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }

  /** The same for tests, which have a database but no container. */
  public static MigrateResult migrate(DataSource database) {
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
