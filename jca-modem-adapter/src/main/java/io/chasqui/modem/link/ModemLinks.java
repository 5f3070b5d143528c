package io.chasqui.modem.link;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOutcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The modem links that were asked for. None can be driven yet, and each says so. */
public final class ModemLinks {
  private static final Logger LOG = System.getLogger(ModemLinks.class.getName());
  private static final String NOT_YET = "modem links are not available in this version";

  private record Wanted(ModemLinkSettings settings, LinkStatus status) {}

  private final Clock clock;
  private final Map<ConnectorId, Wanted> wanted = new ConcurrentHashMap<>();

  public ModemLinks(Clock clock) {
    this.clock = clock;
  }

  public void open(ModemLinkSettings settings) {
    wanted.compute(
        settings.id(),
        (id, before) ->
            before != null && before.settings().equals(settings) ? before : refused(settings));
  }

  private Wanted refused(ModemLinkSettings settings) {
    LOG.log(Level.WARNING, "{0}: {1}; its messages wait", settings.id(), NOT_YET);
    return new Wanted(settings, new LinkStatus(LinkState.FAILED, NOT_YET, 0, 0, clock.instant()));
  }

  public void stop(ConnectorId id) {
    wanted.remove(id);
  }

  public LinkStatus status(ConnectorId id) {
    Wanted link = wanted.get(id);
    return link == null ? LinkStatus.stopped(clock.instant()) : link.status();
  }

  /** No link has capacity, so this waits its time out. */
  public synchronized int awaitCapacity(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (left > 0) {
      wait(left);
      left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }
    return 0;
  }

  public void submit(List<Segment> segments, OutcomeSink sink) {
    for (Segment segment : segments) {
      tell(
          sink,
          new SubmitOutcome.Deferred(
              segment.message(), segment.part(), clock.instant(), 0, NOT_YET));
    }
  }

  private static void tell(OutcomeSink sink, SubmitOutcome outcome) {
    try {
      sink.accept(outcome);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "modem: an outcome could not be handed over", e);
    }
  }
}
