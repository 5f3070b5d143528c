package io.chasqui.smpp.ra;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.smpp.link.SmppLinks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The application's handle; invalid once closed or cleaned up. */
public class SmppConnection extends PooledHandle<SmppLinks> implements LinkConnection {
  SmppConnection(SmppManagedConnection<SmppLinks> managed) {
    super(managed);
  }

  @Override
  public void open(LinkSettings settings) {
    if (!(settings instanceof SmppLinkSettings smpp)) {
      throw new IllegalArgumentException(settings.id() + " is not an SMPP link");
    }
    service().open(smpp);
  }

  @Override
  public void stop(Collection<ConnectorId> ids, Duration grace) {
    service().stop(ids, grace);
  }

  @Override
  public LinkStatus status(ConnectorId id) {
    return service().status(id);
  }

  @Override
  public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
    return service().awaitCapacity(id, patience);
  }

  @Override
  public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    service().submit(id, segments, sink);
  }

  @Override
  public LinkFigures figures(ConnectorId id) {
    return service().figures(id);
  }

  @Override
  public void trace(ConnectorId id, TraceMode mode) {
    service().trace(id, mode);
  }

  @Override
  public List<TracedPdu> recent(ConnectorId id) {
    return service().recent(id);
  }
}
