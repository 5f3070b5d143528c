package io.chasqui.app.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers from memory what the settings are. A use case that changes some fires {@link
 * SettingsSaved}; when it returns, the new settings are in force.
 */
@ApplicationScoped
public class Directory {
  private static final System.Logger LOG = System.getLogger("io.chasqui.directory");
  private static final long PATIENCE_SECONDS = 5;

  @Inject private DirectoryLoader loader;
  @Inject private Event<ConnectorChanged> connectorChanges;

  @Resource private ManagedScheduledExecutorService executor;

  private DirectoryRefresh refresh;

  @PostConstruct
  void begin() {
    refresh =
        new DirectoryRefresh(loader::load, connectorChanges::fire, executor, Duration.ofSeconds(1));
  }

  public DirectorySnapshot current() {
    return refresh.current();
  }

  /** Whether all that was committed is in force. */
  public boolean isCurrent() {
    return refresh.state() == DirectoryRefresh.State.CURRENT;
  }

  /**
   * Waits for the reload so that the caller's next request sees its change. On another thread,
   * since this one still belongs to the transaction that has just ended.
   */
  void onSaved(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingsSaved saved) {
    try {
      refresh.after(saved).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.log(Level.WARNING, "directory: the change takes longer than usual to be in force");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.log(Level.ERROR, "directory: the change was stored but is not in force", e.getCause());
    }
  }
}
