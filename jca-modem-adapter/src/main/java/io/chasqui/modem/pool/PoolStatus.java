package io.chasqui.modem.pool;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.ModemStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A pool's modems together, as a link; remembers since when. Guarded by its pool. */
final class PoolStatus {
  private LinkState state = LinkState.CONNECTING;
  private Instant since;

  PoolStatus(Instant since) {
    this.since = since;
  }

  LinkStatus of(List<ModemReport> modems, int inFlight, Instant now) {
    move(state(modems), now);
    int ready = (int) modems.stream().filter(PoolStatus::isReady).count();
    return new LinkStatus(state, detail(modems, ready), ready, inFlight, since);
  }

  private void move(LinkState next, Instant now) {
    // A link that has been up is not connecting for the first time.
    LinkState moved =
        next == LinkState.CONNECTING && state != LinkState.CONNECTING ? LinkState.RETRYING : next;
    since = moved == state ? since : now;
    state = moved;
  }

  /** Bound while one modem may send. */
  private static LinkState state(List<ModemReport> modems) {
    if (modems.stream().anyMatch(PoolStatus::isReady)) {
      return LinkState.BOUND;
    }
    if (modems.stream().allMatch(modem -> modem.status().state() == ModemState.REFUSED)) {
      return LinkState.FAILED;
    }
    return modems.stream().allMatch(modem -> modem.status().state() == ModemState.STARTING)
        ? LinkState.CONNECTING
        : LinkState.RETRYING;
  }

  private static boolean isReady(ModemReport modem) {
    return modem.status().state().maySend();
  }

  private static String detail(List<ModemReport> modems, int ready) {
    String trouble =
        modems.stream()
            .map(modem -> trouble(modem, modems.size()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return modems.size() == 1 || trouble.isEmpty()
        ? trouble
        : "%d of %d modems ready; %s".formatted(ready, modems.size(), trouble);
  }

  private static String trouble(ModemReport modem, int of) {
    ModemStatus status = modem.status();
    String what = isReady(modem) ? modem.hold() : words(status);
    return what.isEmpty() || of == 1 ? what : modem.name() + ": " + what;
  }

  private static String words(ModemStatus status) {
    return status.detail().isEmpty()
        ? status.state().name().toLowerCase(Locale.ROOT)
        : status.detail();
  }
}
