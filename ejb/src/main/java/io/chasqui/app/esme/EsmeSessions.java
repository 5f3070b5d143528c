package io.chasqui.app.esme;

import io.chasqui.app.operations.DirectoryChanged;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.outbox.EsmeConnection;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is bound, and no longer may be. */
@ApplicationScoped
public class EsmeSessions {
  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");

  @Inject EsmeConnection connection;

  /** The account's, the first bound first. */
  public List<EsmeSession> of(SystemId account) {
    return connection.server().sessions().stream()
        .filter(session -> session.account().equals(account))
        .sorted(Comparator.comparing(EsmeSession::boundAt).thenComparing(EsmeSession::id))
        .toList();
  }

  /** Ends all the account's sessions; it may bind again. */
  public int disconnect(SystemId account, String reason) {
    int ended = connection.server().disconnect(account, reason);
    if (ended > 0) {
      LOG.log(Level.INFO, "esme {0}: {1} sessions ended: {2}", account, ended, reason);
    }
    return ended;
  }

  void changed(@Observes DirectoryChanged change) {
    try {
      concerned(change).forEach(account -> follow(account, change));
    } catch (LinkUnavailableException notRunning) {
      LOG.log(Level.DEBUG, "esme: no SMPP server whose sessions could follow the change");
    }
  }

  /** Those that are bound, and those that changed: they may be binding. */
  private Set<SystemId> concerned(DirectoryChanged change) {
    Map<SystemId, SmppAccountView> before = change.before().smppAccounts();
    Map<SystemId, SmppAccountView> now = change.now().smppAccounts();
    Stream<SystemId> bound = connection.server().sessions().stream().map(EsmeSession::account);
    Stream<SystemId> changed =
        Stream.concat(before.keySet().stream(), now.keySet().stream())
            .filter(account -> !Objects.equals(before.get(account), now.get(account)));
    return Stream.concat(bound, changed).collect(Collectors.toSet());
  }

  private void follow(SystemId account, DirectoryChanged change) {
    Optional<SmppAccountView> now = change.now().smppAccount(account);
    if (now.isEmpty() || !now.get().active()) {
      disconnect(account, "the account is switched off or deleted");
    } else if (hasOtherPassword(change.before(), now.get())) {
      disconnect(account, "the password was changed");
    } else {
      adapt(now.get());
    }
  }

  private static boolean hasOtherPassword(DirectorySnapshot before, SmppAccountView now) {
    return before
        .smppAccount(now.systemId())
        .filter(account -> !account.passwordHash().equals(now.passwordHash()))
        .isPresent();
  }

  private void adapt(SmppAccountView account) {
    connection.server().update(account.limits());
    of(account.systemId()).stream()
        .filter(session -> !account.terms().admits(session.peer()))
        .forEach(
            session ->
                connection
                    .server()
                    .disconnect(session.id(), "its address is no longer among allowed_ips"));
  }
}
