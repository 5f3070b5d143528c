package io.chasqui.smpp.ra;

import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.smpp.esme.EsmeHost;
import io.chasqui.smpp.esme.EsmeSurroundings;
import io.chasqui.smpp.link.ConnectRate;
import io.chasqui.smpp.link.SmppLinks;
import io.chasqui.smpp.link.Surroundings;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import javax.transaction.xa.XAResource;

/**
 * Links to SMSCs, and the server for ESMEs. Two instances are never equal, as each runs links of
 * its own: identity is the {@code equals} the specification asks for (Jakarta Connectors 2.1,
 * 5.3.1).
 */
public class SmppResourceAdapter implements ResourceAdapter {
  private static final Logger LOG = System.getLogger(SmppResourceAdapter.class.getName());
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);
  private static final Duration LOOPS_GRACE = Duration.ofSeconds(1);

  /** Event loops of all sessions: one does for any carrier's rate, two for TLS beside it. */
  private static final int LOOPS = 2;

  private final Endpoints<LinkListener> linkListeners = new Endpoints<>(LinkListener.class);
  private final Endpoints<EsmeListener> esmeListeners = new Endpoints<>(EsmeListener.class);
  private volatile Optional<SmppLinks> links = Optional.empty();
  private volatile Optional<EsmeHost> esmes = Optional.empty();
  private volatile Timer timer;
  private volatile WorkExecutor works;
  private volatile Wire wire;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    linkListeners.watch(context.getTransactionSynchronizationRegistry());
    esmeListeners.watch(context.getTransactionSynchronizationRegistry());
    try {
      timer = context.createTimer();
    } catch (UnavailableException e) {
      throw new ResourceAdapterInternalException("the SMPP adapter needs a timer", e);
    }
    works = new WorkExecutor(context.getWorkManager());
    wire = new Wire(LOOPS, works, System::nanoTime, WireLimits.STANDARD);
    SmppLinks towardsSmscs = new SmppLinks(surroundings());
    EsmeHost towardsEsmes = new EsmeHost(wire, esmeSurroundings());
    new Ticking(towardsSmscs::tick, towardsEsmes::tick).on(timer);
    links = Optional.of(towardsSmscs);
    esmes = Optional.of(towardsEsmes);
  }

  private Surroundings surroundings() {
    return new Surroundings(
        Clock.systemUTC(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        works,
        new EndpointDelivery(linkListeners),
        wire,
        new ConnectRate(ConnectRate.STANDARD));
  }

  private EsmeSurroundings esmeSurroundings() {
    return new EsmeSurroundings(
        Clock.systemUTC(), System::nanoTime, works, new EndpointEsmeListener(esmeListeners));
  }

  /** Ends every session and thread of ours within five seconds. */
  @Override
  public void stop() {
    CompletableFuture<Void> server = stopServer();
    Optional<SmppLinks> running = links;
    links = Optional.empty();
    running.ifPresent(one -> one.stopAll(STOP_GRACE));
    server.join();
    Optional.ofNullable(timer).ifPresent(Timer::cancel);
    Optional.ofNullable(wire).ifPresent(one -> one.stop(LOOPS_GRACE));
    LOG.log(Level.INFO, "smpp: all links and the server are stopped");
  }

  /** Beside the links, so that both take no longer than one. */
  private CompletableFuture<Void> stopServer() {
    Optional<EsmeHost> running = esmes;
    esmes = Optional.empty();
    if (running.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return CompletableFuture.runAsync(() -> running.get().stop(STOP_GRACE), works);
    } catch (RejectedExecutionException e) {
      running.get().stop(Duration.ZERO);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    listeners(spec).activate(factory);
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    listeners(spec).deactivate(factory);
  }

  private Endpoints<?> listeners(ActivationSpec spec) {
    return spec instanceof EsmeActivationSpec ? esmeListeners : linkListeners;
  }

  /** None: links take part in no transaction, so there is nothing to recover. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  /** The links while the adapter runs. */
  Optional<SmppLinks> links() {
    return links;
  }

  /** The SMPP server while the adapter runs. */
  Optional<EsmeHost> esmes() {
    return esmes;
  }
}
