package io.chasqui.smpp.link;

import io.chasqui.domain.link.Bottleneck;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.smpp.wire.PduTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The place of one connector: holds its link while it is open, opens and stops one at a time. */
final class LinkSlot {
  /** For the answers under way when a link is restarted with other settings. */
  private static final Duration RESTART_GRACE = Duration.ofSeconds(5);

  private final Surroundings around;
  private final Signal opened;
  private final Instruments instruments;
  private volatile Optional<SmppLink> link = Optional.empty();
  private volatile Instant stoppedAt;

  LinkSlot(Surroundings around) {
    this.around = around;
    this.instruments = new Instruments(around.clock());
    this.opened = new Signal(around.nanos());
    this.stoppedAt = around.clock().instant();
  }

  Optional<SmppLink> link() {
    return link;
  }

  synchronized void open(SmppLinkSettings settings) {
    if (link.filter(open -> open.settings().equals(settings)).isPresent()) {
      return;
    }
    stop(RESTART_GRACE);
    SmppLink next = new SmppLink(settings, around, instruments);
    link = Optional.of(next);
    next.tick();
    opened.changed();
  }

  synchronized void stop(Duration grace) {
    link.ifPresent(
        open -> {
          new Stop(List.of(open), around.nanos()).within(grace);
          link = Optional.empty();
          stoppedAt = around.clock().instant();
        });
  }

  LinkStatus status() {
    return link.map(SmppLink::status).orElseGet(() -> LinkStatus.stopped(stoppedAt));
  }

  LinkFigures figures() {
    return link.map(SmppLink::figures).orElseGet(() -> instruments.figures(0, Bottleneck.IDLE));
  }

  PduTrace trace() {
    return instruments.trace();
  }

  int awaitCapacity(Duration patience) throws InterruptedException {
    long deadline = around.now() + patience.toNanos();
    opened.await(() -> link.isPresent(), patience, () -> 0);
    Duration left = Duration.ofNanos(Math.max(0, deadline - around.now()));
    Optional<SmppLink> open = link;
    return open.isPresent() ? open.get().awaitCapacity(left) : 0;
  }

  void tick() {
    link.ifPresent(SmppLink::tick);
  }
}
