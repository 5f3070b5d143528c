package io.chasqui.app.outbox;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.esme.SystemId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.sql.DataSource;

/** Sees to it that what waits for ESMEs leaves while they are there. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EsmeDispatcher {
  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Inject private Directory directory;
  @Inject private GatewaySettings settings;
  @Inject private Clock clock;
  @Inject private EsmeConnection connection;
  @Inject private EsmePresence presence;

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;

  private DeliveryTable table;
  private EsmeLanes lanes;
  private MoRelocation relocation;

  @PostConstruct
  void start() {
    table = new DeliveryTable(database);
    lanes = new EsmeLanes(connection::server, table, clock, threads);
    relocation = new MoRelocation(table, presence);
  }

  /** Has these accounts' outboxes looked at now; call it after the commit of what was added. */
  public void wake(Collection<SystemId> accounts) {
    accounts.stream().filter(presence::isReceiving).forEach(lanes::wake);
  }

  /** An account has got its first receiving session, or lost its last. */
  public void presence(SystemId account, boolean receiving) {
    presence.changed(account, receiving);
    if (receiving) {
      lanes.wake(account);
    }
  }

  public Backlog backlog(SystemId account) {
    try {
      return table.backlog(account);
    } catch (SQLException e) {
      throw new EJBException("esme: the database could not be asked", e);
    }
  }

  /** The net under the hints: whoever is there and is waited for gets a lane. */
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void survey() {
    try {
      presence.refresh(connection.server().sessions());
      for (DeliveryTable.WaitedFor each : table.waitedFor()) {
        lookAfter(each);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "esme: the outbox could not be surveyed; tried again in 15 s", e);
    }
  }

  private void lookAfter(DeliveryTable.WaitedFor waitedFor) throws SQLException {
    SystemId account = waitedFor.account();
    giveUpOnTheOld(account);
    if (presence.isReceiving(account)) {
      wakeWhenDue(waitedFor);
    } else {
      lanes
          .whileUnread(account, () -> relocation.relocate(account, directory.current()))
          .ifPresent(lanes::wake);
    }
  }

  private void wakeWhenDue(DeliveryTable.WaitedFor waitedFor) {
    if (!waitedFor.due().isAfter(clock.instant())) {
      lanes.wake(waitedFor.account());
    }
  }

  private void giveUpOnTheOld(SystemId account) throws SQLException {
    Duration kept = settings.esmeRetention();
    Instant before = clock.instant().minus(kept);
    int given = table.giveUp(account, before, "not taken within " + kept);
    if (given > 0) {
      LOG.log(
          Level.WARNING,
          "esme {0}: {1} deliveries are put aside, not taken within {2}",
          account,
          given,
          kept);
    }
  }

  public void onStopping(
      @Observes @Priority(GatewayStopping.ESME_DELIVERIES) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  void stop() {
    lanes.stop(GRACE);
  }
}
