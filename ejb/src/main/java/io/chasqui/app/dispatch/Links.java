package io.chasqui.app.dispatch;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemLinkConnection;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All links of all adapters, by connector. */
@ApplicationScoped
public class Links {
  private final Map<ConnectorId, LinkConnection> open = new ConcurrentHashMap<>();

  /** Of every link that was ever open: they remember its figures and trace. */
  private final Map<ConnectorId, LinkConnection> adapters = new ConcurrentHashMap<>();

  private final Map<ConnectorId, TraceMode> traces = new ConcurrentHashMap<>();

  @Resource(lookup = "java:app/links/smpp")
  private LinkConnectionFactory smppFactory;

  @Resource(lookup = "java:app/links/modem")
  private LinkConnectionFactory modemFactory;

  @Inject private GatewaySettings gateway;

  private LinkConnection smpp;
  private ModemLinkConnection modem;

  /** Starts or changes a link and answers the handle to use it by. */
  LinkConnection open(LinkSettings settings) {
    LinkConnection connection = connectionFor(settings);
    connection.open(settings);
    open.put(settings.id(), connection);
    adapters.put(settings.id(), connection);
    return connection;
  }

  /** Stops links, those of one adapter together, waiting up to {@code grace} for the answers. */
  void stop(Collection<ConnectorId> ids, Duration grace) {
    Map<LinkConnection, List<ConnectorId>> byAdapter =
        ids.stream().filter(open::containsKey).collect(Collectors.groupingBy(open::get));
    byAdapter.forEach((adapter, its) -> adapter.stop(its, grace));
    open.keySet().removeAll(ids);
  }

  /** What the link has done since the gateway started. */
  public LinkFigures figures(ConnectorId id) {
    return adapterOf(id).map(adapter -> adapter.figures(id)).orElse(LinkFigures.NONE);
  }

  /**
   * Switches the keeping of the link's PDUs, until the gateway stops.
   *
   * @throws ConflictException for a link that was not started yet or keeps no trace
   */
  public void trace(ConnectorId id, TraceMode mode) {
    LinkConnection adapter =
        adapterOf(id).orElseThrow(() -> new ConflictException("the connector was not started yet"));
    try {
      adapter.trace(id, mode);
      traces.put(id, mode);
    } catch (UnsupportedOperationException e) {
      throw new ConflictException(e.getMessage());
    }
  }

  public TraceMode traceMode(ConnectorId id) {
    return traces.getOrDefault(id, TraceMode.OFF);
  }

  /** The link's last PDUs while its trace is on, oldest first. */
  public List<TracedPdu> recent(ConnectorId id) {
    return adapterOf(id).map(adapter -> adapter.recent(id)).orElse(List.of());
  }

  private Optional<LinkConnection> adapterOf(ConnectorId id) {
    return Optional.ofNullable(adapters.get(id));
  }

  /** The link's status now; stopped for one that is not open or not known. */
  public LinkStatus status(ConnectorId id) {
    LinkConnection connection = open.get(id);
    return connection == null ? LinkStatus.stopped(Instant.EPOCH) : connection.status(id);
  }

  private synchronized LinkConnection connectionFor(LinkSettings settings) {
    if (settings instanceof SmppLinkSettings) {
      smpp = smpp == null ? smppFactory.getConnection() : smpp;
      return smpp;
    }
    modem = modem == null ? connectModems() : modem;
    return modem;
  }

  private ModemLinkConnection connectModems() {
    ModemLinkConnection connection = (ModemLinkConnection) modemFactory.getConnection();
    connection.keepCountsIn(gateway.home().resolve("modems"));
    return connection;
  }

  /** The modems, once one of their links was opened. */
  synchronized Optional<ModemLinkConnection> modems() {
    return Optional.ofNullable(modem);
  }

  @PreDestroy
  synchronized void close() {
    if (smpp != null) {
      smpp.close();
    }
    if (modem != null) {
      modem.close();
    }
  }
}
