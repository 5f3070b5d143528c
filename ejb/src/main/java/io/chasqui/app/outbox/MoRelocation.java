package io.chasqui.app.outbox;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.domain.esme.SystemId;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of a client's accounts is given its incoming messages. */
public final class MoRelocation {
  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");

  /** A reconnect is no absence. */
  private static final Duration ABSENT = Duration.ofMinutes(1);

  private final DeliveryTable table;
  private final EsmePresence presence;

  MoRelocation(DeliveryTable table, EsmePresence presence) {
    this.table = table;
    this.presence = presence;
  }

  /** The first that is there, else the first. */
  public static Optional<SmppAccountView> choose(
      List<SmppAccountView> byPriority, Predicate<SystemId> isReceiving) {
    return byPriority.stream()
        .filter(account -> isReceiving.test(account.systemId()))
        .findFirst()
        .or(() -> byPriority.stream().findFirst());
  }

  /**
   * Gives what waits for an account that has been away for a minute to the client's next one that
   * is there. To be called while no lane reads what waits.
   *
   * @return who got something
   */
  Optional<SystemId> relocate(SystemId from, DirectorySnapshot directory) throws SQLException {
    Optional<SystemId> to =
        presence.absence(from).compareTo(ABSENT) < 0 ? Optional.empty() : standIn(from, directory);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    int moved = table.moveMessages(from, to.get());
    if (moved > 0) {
      LOG.log(Level.INFO, "esme {0}: away; {1} incoming messages go to {2}", from, moved, to.get());
    }
    return to.filter(account -> moved > 0);
  }

  private Optional<SystemId> standIn(SystemId absent, DirectorySnapshot directory) {
    return directory.smppAccount(absent).stream()
        .flatMap(account -> directory.receiversOf(account.clientId()).stream())
        .map(SmppAccountView::systemId)
        .filter(presence::isReceiving)
        .findFirst();
  }
}
