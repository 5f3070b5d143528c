package io.chasqui.app.dispatch;

import io.chasqui.app.ledger.Takeback;
import io.chasqui.app.messaging.Worker;
import io.chasqui.app.messaging.Workers;
import io.chasqui.app.operations.ConnectorChanged;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.app.operations.WaitingMessages;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Runs a link and a pump for each enabled connector, as operators add, change and stop them. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatcher {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);

  private record Running(LinkSettings settings, Worker pump) {}

  private final Map<ConnectorId, Running> running = new HashMap<>();

  @Inject private Clock clock;
  @Inject private Directory directory;
  @Inject private Links links;
  @Inject private WaitingMessages waiting;
  @Inject private Workers workers;
  @Inject private Withdrawals withdrawals;
  @Inject private Takeback takeback;

  private final Set<ConnectorId> settled = new HashSet<>();
  private OutcomeJournal journal;
  private Worker journalWorker;
  private Worker expiryWorker;

  // Payara finds an EJB's callbacks by name alone: their names must not be overloaded, or it calls
  // whichever the JVM lists first.
  @PostConstruct
  synchronized void start() {
    everyConnector().forEach(this::settle);
    withdrawals.open(takeback.leastRevisions());
    journal = new OutcomeJournal(withdrawals);
    journalWorker = workers.start("outcomes", journal);
    expiryWorker =
        workers.start("expiry", BETWEEN_SWEEPS, new ExpiryWatch(waiting::withExpired, clock));
    directory.current().connectors().values().forEach(this::adapt);
  }

  /** Those of today, and deleted ones that messages wait for. */
  private Set<ConnectorId> everyConnector() {
    Set<ConnectorId> all = new HashSet<>(waiting.byConnector().keySet());
    all.addAll(directory.current().connectors().keySet());
    return all;
  }

  /** Once a run, before its first link: what a former run has left in flight. */
  private void settle(ConnectorId connector) {
    if (settled.add(connector)) {
      new InFlightRecovery(workers, clock).settle(connector);
    }
  }

  /** Brings what runs in line with what is stored. */
  public synchronized void changed(@Observes ConnectorChanged event) {
    ConnectorId id = event.id();
    ConnectorView view = directory.current().connectors().get(id);
    if (view == null || event.change() == ConnectorChanged.Change.RESTARTED) {
      stopLinks(Set.of(id));
    }
    if (view != null) {
      adapt(view);
    }
  }

  public void onStopping(@Observes @Priority(GatewayStopping.DISPATCH) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  synchronized void stop() {
    expiryWorker.stop();
    stopLinks(Set.copyOf(running.keySet()));
    journalWorker.stop();
    journalWorker.join(GRACE.multipliedBy(2));
    expiryWorker.join(GRACE);
  }

  private void adapt(ConnectorView view) {
    Running now = running.get(view.id());
    if (now != null && (!view.enabled() || !now.settings().equals(view.toLinkSettings()))) {
      stopLinks(Set.of(view.id()));
    }
    if (view.enabled() && !running.containsKey(view.id())) {
      startLink(view.toLinkSettings());
    }
  }

  private void startLink(LinkSettings settings) {
    ConnectorId id = settings.id();
    settle(id);
    LinkConnection link = links.open(settings);
    Worker pump =
        workers.start("pump-" + id, new ConnectorPump(settings, link, journal, withdrawals, clock));
    running.put(id, new Running(settings, pump));
    LOG.log(System.Logger.Level.INFO, "{0}: started", id);
  }

  /** Pumps first, so that nothing new comes while the links wait for the answers under way. */
  private void stopLinks(Set<ConnectorId> ids) {
    List<Worker> pumps =
        ids.stream().map(running::remove).filter(Objects::nonNull).map(Running::pump).toList();
    pumps.forEach(Worker::stop);
    pumps.forEach(pump -> pump.join(GRACE));
    links.stop(ids, GRACE);
    pumps.forEach(pump -> LOG.log(System.Logger.Level.INFO, "{0}: stopped", pump.name()));
  }
}
