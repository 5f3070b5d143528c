package io.chasqui.modem.ra;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.domain.modem.ModemLinkConnection;
import io.chasqui.domain.modem.ModemReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The application's handle; invalid once closed or cleaned up. */
public class ModemConnection implements ModemLinkConnection {
  private volatile Optional<ModemManagedConnection> managed;

  ModemConnection(ModemManagedConnection managed) {
    this.managed = Optional.of(managed);
  }

  @Override
  public void keepCountsIn(Path directory) {
    links().usage().keepIn(directory);
  }

  @Override
  public void open(LinkSettings settings) {
    if (!(settings instanceof ModemLinkSettings modem)) {
      throw new IllegalArgumentException(settings.id() + " is not a modem link");
    }
    links().pools().open(modem);
  }

  @Override
  public void stop(Collection<ConnectorId> ids, Duration grace) {
    links().pools().stop(ids, grace);
  }

  @Override
  public LinkStatus status(ConnectorId id) {
    return links().pools().status(id);
  }

  @Override
  public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
    return links().pools().awaitCapacity(id, patience);
  }

  @Override
  public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    links().pools().submit(id, segments, sink);
  }

  @Override
  public void trace(ConnectorId id, TraceMode mode) {
    links().pools().trace(id, mode);
  }

  @Override
  public List<TracedPdu> recent(ConnectorId id) {
    return links().pools().recent(id);
  }

  @Override
  public List<ModemReport> modems(ConnectorId id) {
    return links().pools().modems(id);
  }

  @Override
  public void assign(ConnectorId id, String modem, ModemDuty duty) {
    links().pools().assign(id, modem, duty);
  }

  @Override
  public String ussd(ConnectorId id, String modem, String request, Duration patience)
      throws InterruptedException {
    return links().pools().modem(id, modem).ussd(request, patience);
  }

  @Override
  public void reset(ConnectorId id, String modem) throws InterruptedException {
    links().pools().modem(id, modem).reset();
  }

  private ModemLinks links() {
    return managed
        .orElseThrow(() -> new LinkUnavailableException("the connection is closed", null))
        .links()
        .orElseThrow(() -> new LinkUnavailableException("the modem adapter is not running", null));
  }

  @Override
  public void close() {
    Optional<ModemManagedConnection> last = managed;
    invalidate();
    last.ifPresent(one -> one.closed(this));
  }

  void invalidate() {
    managed = Optional.empty();
  }

  void associate(ModemManagedConnection with) {
    managed.ifPresent(before -> before.forget(this));
    managed = Optional.of(with);
  }
}
