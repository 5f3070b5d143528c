package io.chasqui.app.retention;

import io.chasqui.app.config.GatewaySettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Once an hour: makes the weeks to come, drops the old ones, erases texts whose time is over. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionDesk {
  private static final System.Logger LOG = System.getLogger("io.chasqui.retention");

  /** What is in them hangs together: first what hangs on a message, then the message. */
  private static final List<String> TABLES = List.of("event", "segment", "esme_message", "message");

  /** Far enough for a gateway that nobody restarts, and whose clock is a little wrong. */
  private static final int WEEKS_AHEAD = 4;

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject GatewaySettings settings;
  @Inject Clock clock;

  @PostConstruct
  void start() {
    makeWeeks();
  }

  @Schedule(hour = "*", minute = "42", persistent = false)
  public void hourly() {
    makeWeeks();
    dropOldWeeks();
    eraseOldTexts();
  }

  /** What fails is done an hour later: until then messages lie in the rest, which is no harm. */
  void makeWeeks() {
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        int made = new WeeklyTable(connection, table).extend(clock.instant(), WEEKS_AHEAD);
        LOG.log(
            made == 0 ? Level.DEBUG : Level.INFO, "retention: {0}: {1} weeks made", table, made);
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "retention: weeks are made in an hour", e);
    }
  }

  void dropOldWeeks() {
    settings.retention().records().ifPresent(kept -> drop(clock.instant().minus(kept)));
  }

  private void drop(Instant before) {
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        for (Week week : new WeeklyTable(connection, table).drop(before)) {
          LOG.log(Level.INFO, "retention: {0}: what came before {1} is gone", table, week.end());
        }
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "retention: old weeks are dropped in an hour", e);
    }
  }

  void eraseOldTexts() {
    try (Connection connection = database.getConnection()) {
      TextErasure erasure = new TextErasure(connection);
      int late = erasure.eraseDue();
      int old =
          settings.retention().content().isPresent()
              ? erasure.eraseBefore(clock.instant().minus(settings.retention().content().get()))
              : 0;
      if (late + old > 0) {
        LOG.log(Level.INFO, "retention: {0} texts erased", late + old);
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "retention: the rest of the texts is erased in an hour", e);
    }
  }
}
