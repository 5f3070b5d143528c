package io.chasqui.app.dispatch;

import io.chasqui.app.operations.ConnectorChanged;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a link and a pump for each enabled connector, as operators add, change and stop them. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatcher {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");
  private static final Duration GRACE = Duration.ofSeconds(5);

  private record Running(LinkSettings settings, ConnectorPump pump, Thread thread) {}

  @Inject private Clock clock;
  private final Map<ConnectorId, Running> running = new HashMap<>();

  @Inject private Directory directory;
  @Inject private Links links;

  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  @Resource private ManagedThreadFactory threads;

  private OutcomeJournal journal;
  private Thread journalThread;

  // Payara finds an EJB's callbacks by name alone: their names must not be overloaded, or it calls
  // whichever the JVM lists first.
  @PostConstruct
  synchronized void start() {
    InFlightRecovery recovery = new InFlightRecovery(broker, clock);
    directory.current().connectors().keySet().forEach(recovery::settle);
    journal = new OutcomeJournal(broker);
    journalThread = thread("chasqui-outcomes", journal);
    directory.current().connectors().values().forEach(this::adapt);
  }

  /** Brings what runs in line with what is stored. */
  public synchronized void changed(@Observes ConnectorChanged event) {
    ConnectorId id = event.id();
    ConnectorView view = directory.current().connectors().get(id);
    if (view == null || event.change() == ConnectorChanged.Change.RESTARTED) {
      stopLinks(List.of(id));
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
    stopLinks(new ArrayList<>(running.keySet()));
    journal.stop();
    join(journalThread);
  }

  private void adapt(ConnectorView view) {
    Running now = running.get(view.id());
    if (now != null && (!view.enabled() || !now.settings().equals(view.toLinkSettings()))) {
      stopLinks(List.of(view.id()));
    }
    if (view.enabled() && !running.containsKey(view.id())) {
      startLink(view.toLinkSettings());
    }
  }

  private void startLink(LinkSettings settings) {
    ConnectorId id = settings.id();
    LinkConnection link = links.open(settings);
    ConnectorPump pump = new ConnectorPump(id, link, broker, journal, clock);
    running.put(id, new Running(settings, pump, thread("chasqui-pump-" + id, pump)));
    LOG.log(System.Logger.Level.INFO, "{0}: started", id);
  }

  /** Pumps first, so that nothing new comes while the links wait for the answers under way. */
  private void stopLinks(List<ConnectorId> ids) {
    List<Running> stopped = new ArrayList<>();
    for (ConnectorId id : ids) {
      Running each = running.remove(id);
      if (each != null) {
        each.pump().stop();
        stopped.add(each);
      }
    }
    for (Running each : stopped) {
      join(each.thread());
      links.stop(each.settings().id(), GRACE);
      LOG.log(System.Logger.Level.INFO, "{0}: stopped", each.settings().id());
    }
  }

  private Thread thread(String name, Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join(GRACE.toMillis() * 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
