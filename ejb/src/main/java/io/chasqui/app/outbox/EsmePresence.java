package io.chasqui.app.outbox;

import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.BindType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which accounts have a receiving session, as far as is known. */
@ApplicationScoped
public class EsmePresence {
  private final Set<SystemId> receiving = ConcurrentHashMap.newKeySet();
  private final Map<SystemId, Instant> absentSince = new ConcurrentHashMap<>();
  private final Clock clock;

  @Inject
  public EsmePresence(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected EsmePresence() {
    this(Clock.systemUTC());
  }

  public boolean isReceiving(SystemId account) {
    return receiving.contains(account);
  }

  /** How long it has not been receiving; an account first asked about has just gone. */
  Duration absence(SystemId account) {
    if (isReceiving(account)) {
      return Duration.ZERO;
    }
    Instant since = absentSince.computeIfAbsent(account, each -> clock.instant());
    return Duration.between(since, clock.instant());
  }

  void changed(SystemId account, boolean isReceiving) {
    if (isReceiving) {
      receiving.add(account);
      absentSince.remove(account);
    } else if (receiving.remove(account)) {
      absentSince.put(account, clock.instant());
    }
  }

  /** Puts right what hints that came late or never have left wrong. */
  void refresh(Collection<EsmeSession> sessions) {
    Set<SystemId> now =
        sessions.stream()
            .filter(session -> session.type() != BindType.TRANSMITTER)
            .map(EsmeSession::account)
            .collect(Collectors.toSet());
    Set.copyOf(receiving).stream()
        .filter(account -> !now.contains(account))
        .forEach(account -> changed(account, false));
    now.forEach(account -> changed(account, true));
  }
}
