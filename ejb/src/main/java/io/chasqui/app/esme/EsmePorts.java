package io.chasqui.app.esme;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.app.outbox.EsmeConnection;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens the ports at which ESMEs bind, and keeps trying while one is taken. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "IntakeLine", "EsmeDispatcher"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EsmePorts {
  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Inject private GatewaySettings settings;
  @Inject private EsmeConnection connection;

  private final List<EsmeListenerSettings> closed = new ArrayList<>();
  private boolean stopped;

  @PostConstruct
  synchronized void begin() {
    closed.addAll(settings.smpp().listeners());
    openAll();
  }

  /** Those that could not be opened before. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public synchronized void openTheRest() {
    if (!stopped) {
      openAll();
    }
  }

  /** Host and port of those that are not open. */
  public synchronized List<String> closed() {
    return closed.stream().map(EsmePorts::name).toList();
  }

  public void onStopping(@Observes @Priority(GatewayStopping.ESMES) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  synchronized void stop() {
    if (!stopped) {
      stopped = true;
      stopServer();
    }
  }

  private void stopServer() {
    try {
      connection.server().stop(GRACE);
    } catch (LinkUnavailableException notRunning) {
      LOG.log(Level.DEBUG, "smpp server: not running, nothing to stop");
    }
  }

  private void openAll() {
    closed.removeIf(this::open);
  }

  private boolean open(EsmeListenerSettings port) {
    try {
      int number = connection.server().listen(port);
      LOG.log(
          Level.INFO,
          "smpp server: ESMEs bind at {0}:{1,number,#}{2}",
          port.host(),
          number,
          port.tls().isPresent() ? " with TLS" : "");
      return true;
    } catch (IOException | LinkUnavailableException e) {
      LOG.log(
          Level.ERROR,
          "smpp server: {0}; no ESME can bind at {1}, tried again every 10 s",
          e.getMessage(),
          name(port));
      return false;
    }
  }

  private static String name(EsmeListenerSettings port) {
    return "%s:%d".formatted(port.host(), port.port());
  }
}
