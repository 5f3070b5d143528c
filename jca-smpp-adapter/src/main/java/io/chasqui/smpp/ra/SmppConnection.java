package io.chasqui.smpp.ra;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.smpp.link.SmppLinks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The application's handle; invalid once closed or cleaned up. */
public class SmppConnection implements LinkConnection {
  private volatile Optional<SmppManagedConnection> managed;

  SmppConnection(SmppManagedConnection managed) {
    this.managed = Optional.of(managed);
  }

  @Override
  public void open(LinkSettings settings) {
    if (!(settings instanceof SmppLinkSettings smpp)) {
      throw new IllegalArgumentException(settings.id() + " is not an SMPP link");
    }
    links().open(smpp);
  }

  @Override
  public void stop(Collection<ConnectorId> ids, Duration grace) {
    links().stop(ids, grace);
  }

  @Override
  public LinkStatus status(ConnectorId id) {
    return links().status(id);
  }

  @Override
  public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
    return links().awaitCapacity(id, patience);
  }

  @Override
  public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    links().submit(id, segments, sink);
  }

  @Override
  public LinkFigures figures(ConnectorId id) {
    return links().figures(id);
  }

  @Override
  public void trace(ConnectorId id, TraceMode mode) {
    links().trace(id, mode);
  }

  @Override
  public List<TracedPdu> recent(ConnectorId id) {
    return links().recent(id);
  }

  private SmppLinks links() {
    return managed
        .orElseThrow(() -> new LinkUnavailableException("the connection is closed", null))
        .links()
        .orElseThrow(() -> new LinkUnavailableException("the SMPP adapter is not running", null));
  }

  @Override
  public void close() {
    Optional<SmppManagedConnection> last = managed;
    invalidate();
    last.ifPresent(one -> one.closed(this));
  }

  void invalidate() {
    managed = Optional.empty();
  }

  void associate(SmppManagedConnection with) {
    managed.ifPresent(before -> before.forget(this));
    managed = Optional.of(with);
  }
}
