package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeServerFigures;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.PemIdentity;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.smpp.threads.Signal;
import io.chasqui.smpp.wire.AcceptLimits;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.ServerSettings;
import io.chasqui.smpp.wire.ServerTls;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireCounters;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireServer;
import io.chasqui.smpp.wire.WireSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The SMPP server: its ports, its sessions, and what goes to them. Safe for several threads. */
public final class EsmeHost {
  private static final Logger LOG = System.getLogger(EsmeHost.class.getName());
  private static final int UNBOUND_PER_ADDRESS = 50;
  private static final Duration UNBIND_GRACE = Duration.ofSeconds(2);

  /** How often a stop looks whether it is done. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Wire wire;
  private final HostServices services;
  private final Signal ends;
  private final List<WireServer> ports = new CopyOnWriteArrayList<>();
  private final Set<EsmePeer> peers = ConcurrentHashMap.newKeySet();

  public EsmeHost(Wire wire, EsmeSurroundings around) {
    this.wire = wire;
    this.services = HostServices.of(around);
    this.ends = new Signal(around.nanos());
  }

  /**
   * Opens a port; the server takes requests again if it was stopped.
   *
   * @return the port number
   * @throws IOException when the address cannot be had or a TLS file cannot be used
   */
  public int listen(EsmeListenerSettings settings) throws IOException {
    services.door().open();
    WireServer port = wire.listen(serverSettings(settings), session -> greet(session, settings));
    ports.add(port);
    LOG.log(
        Level.INFO,
        "smpp server: ESMEs may bind at {0}{1}",
        port.address(),
        settings.tls().isPresent() ? " with TLS" : "");
    return port.address().getPort();
  }

  private static ServerSettings serverSettings(EsmeListenerSettings settings) {
    AcceptLimits limits =
        new AcceptLimits(settings.maxConnections(), UNBOUND_PER_ADDRESS, settings.bindTimeout());
    return new ServerSettings(
        new InetSocketAddress(settings.host(), settings.port()),
        settings.tls().map(EsmeHost::serverTls),
        settings.proxies(),
        limits);
  }

  private static ServerTls serverTls(EsmeListenerSettings.Tls tls) {
    return new ServerTls(
        new PemIdentity(Path.of(tls.certificate()), Path.of(tls.key())),
        tls.clientAuthority().map(Path::of));
  }

  private WireListener greet(WireSession session, EsmeListenerSettings settings) {
    EsmePeer peer = new EsmePeer(session, settings, services, this::forget);
    peers.add(peer);
    return peer;
  }

  private void forget(EsmePeer peer) {
    peers.remove(peer);
    ends.changed();
  }

  /** To be called some times a second: time-outs, enquiries and what was put off are due then. */
  public void tick() {
    services.agenda().tick();
    peers.forEach(EsmePeer::tick);
  }

  /**
   * Closes all ports, refuses further requests, waits up to {@code grace} for what is under way,
   * then up to two seconds for the ESMEs to unbind.
   */
  public void stop(Duration grace) {
    ports.forEach(WireServer::close);
    ports.clear();
    services.door().close();
    await(this::isIdle, grace);
    peers.forEach(peer -> peer.dismiss("the gateway stops"));
    await(peers::isEmpty, UNBIND_GRACE);
    peers.forEach(peer -> peer.cut("the gateway stops"));
  }

  private boolean isIdle() {
    return services.submits().isEmpty() && bound().allMatch(BoundEsme::isIdle);
  }

  private void await(BooleanSupplier condition, Duration patience) {
    try {
      ends.await(condition, patience, () -> LOOK_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int awaitCapacity(SystemId account, Duration patience) throws InterruptedException {
    return services.accounts().of(account).awaitCapacity(patience);
  }

  public void deliver(SystemId account, List<EsmeDelivery> batch, Consumer<DeliveryOutcome> sink) {
    services.accounts().of(account).deliver(batch, sink);
  }

  public List<EsmeSession> sessions() {
    return bound().map(BoundEsme::shown).toList();
  }

  public EsmeServerFigures figures() {
    Figures done = services.figures();
    WireCounters wire = services.wire();
    return new EsmeServerFigures(
        ports.stream().mapToInt(WireServer::connections).sum(),
        ports.stream().mapToLong(WireServer::refused).sum(),
        (int) bound().count(),
        done.sum(Figures.Kind.BOUND),
        done.sum(Figures.Kind.BIND_REFUSED),
        done.sum(Figures.Kind.SUBMITTED),
        done.sum(Figures.Kind.THROTTLED),
        done.sum(Figures.Kind.DELIVERED),
        done.sum(Figures.Kind.STRAY),
        CommandId.named(wire.pdusIn()),
        CommandId.named(wire.pdusOut()),
        wire.octetsIn(),
        wire.octetsOut());
  }

  public void update(EsmeAccount account) {
    services.accounts().of(account.systemId()).update(account);
  }

  public void trace(SystemId account, TraceMode mode) {
    services.accounts().of(account).trace().switchTo(mode);
  }

  public TraceMode traceMode(SystemId account) {
    return services.accounts().of(account).trace().mode();
  }

  public List<TracedPdu> recent(SystemId account) {
    return services.accounts().of(account).trace().recent();
  }

  public int disconnect(SystemId account, String reason) {
    Collection<BoundEsme> sessions = services.accounts().of(account).sessions();
    sessions.forEach(esme -> esme.dismiss(reason));
    return sessions.size();
  }

  public boolean disconnect(long session, String reason) {
    Optional<BoundEsme> esme = bound().filter(one -> one.id() == session).findFirst();
    esme.ifPresent(one -> one.dismiss(reason));
    return esme.isPresent();
  }

  private Stream<BoundEsme> bound() {
    return peers.stream().map(EsmePeer::bound).flatMap(Optional::stream);
  }
}
