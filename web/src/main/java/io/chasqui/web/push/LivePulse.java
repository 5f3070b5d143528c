package io.chasqui.web.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks twice a second whether something has changed and tells the open pages. */
@ApplicationScoped
public class LivePulse {
  private static final System.Logger LOG = System.getLogger("io.chasqui.push");
  private static final long PERIOD_MILLIS = 500;

  /** Ten seconds: a page that hears nothing for three of these takes its stream for dead. */
  private static final int TICKS_PER_BEAT = 20;

  private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private LiveState state;

  private ScheduledFuture<?> ticking;
  private LiveState.Version shown = LiveState.Version.NONE;
  private int ticks;

  @PostConstruct
  void start() {
    ticking =
        scheduler.scheduleWithFixedDelay(
            this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  void add(LiveListener listener) {
    listeners.add(listener);
  }

  private void tick() {
    try {
      listeners.removeIf(LiveListener::isGone);
      if (!listeners.isEmpty()) {
        tell();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "push: could not look for changes; trying again", e);
    }
  }

  private void tell() {
    LiveState.Version now = state.version();
    ticks++;
    if (!now.equals(shown)) {
      shown = now;
      listeners.forEach(listener -> listener.send("change", now.activity()));
    } else if (ticks % TICKS_PER_BEAT == 0) {
      listeners.forEach(listener -> listener.send("beat", now.activity()));
    }
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
    listeners.forEach(LiveListener::end);
  }
}
