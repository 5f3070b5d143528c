package io.chasqui.smpp.link;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All links of the adapter. Safe for use by several threads. */
public final class SmppLinks {
  private final Surroundings around;
  private final Map<ConnectorId, LinkSlot> slots = new ConcurrentHashMap<>();

  public SmppLinks(Surroundings around) {
    this.around = around;
  }

  public void open(SmppLinkSettings settings) {
    slot(settings.id()).open(settings);
  }

  /** Stops these at the same time; returns within the grace and two seconds. */
  public void stop(Collection<ConnectorId> ids, Duration grace) {
    List<LinkSlot> stopped = ids.stream().map(slots::get).filter(Objects::nonNull).toList();
    end(stopped, grace);
    stopped.forEach(slot -> slot.stop(Duration.ZERO));
  }

  public LinkStatus status(ConnectorId id) {
    return Optional.ofNullable(slots.get(id))
        .map(LinkSlot::status)
        .orElseGet(() -> LinkStatus.stopped(around.clock().instant()));
  }

  public LinkFigures figures(ConnectorId id) {
    return Optional.ofNullable(slots.get(id)).map(LinkSlot::figures).orElse(LinkFigures.NONE);
  }

  public void trace(ConnectorId id, TraceMode mode) {
    slot(id).trace().switchTo(mode);
  }

  public List<TracedPdu> recent(ConnectorId id) {
    return Optional.ofNullable(slots.get(id))
        .map(slot -> slot.trace().recent())
        .orElseGet(List::of);
  }

  public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
    return slot(id).awaitCapacity(patience);
  }

  private LinkSlot slot(ConnectorId id) {
    return slots.computeIfAbsent(id, each -> new LinkSlot(around));
  }

  public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    Optional<SmppLink> link = Optional.ofNullable(slots.get(id)).flatMap(LinkSlot::link);
    link.ifPresentOrElse(open -> open.submit(segments, sink), () -> deferAll(id, segments, sink));
  }

  private void deferAll(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    OutcomeReports reports = new OutcomeReports(id, StatusTable.STANDARD, around.clock());
    for (Segment segment : segments) {
      reports.deferred(
          new Unanswered(0, segment.message(), segment.part(), sink), "the link is not open");
    }
  }

  /** To be called some times a second: time-outs, enquiries and reconnections are due then. */
  public void tick() {
    slots.values().forEach(LinkSlot::tick);
  }

  /** Stops all links at the same time; returns within the grace and two seconds. */
  public void stopAll(Duration grace) {
    end(slots.values(), grace);
    slots.clear();
  }

  private void end(Collection<LinkSlot> ended, Duration grace) {
    List<SmppLink> open = ended.stream().map(LinkSlot::link).flatMap(Optional::stream).toList();
    new Stop(open, around.nanos()).within(grace);
  }
}
