package io.chasqui.smpp.ra;

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
import java.util.random.RandomGenerator;
import javax.transaction.xa.XAResource;

/**
 * Links to SMSCs. Two instances are never equal, as each runs links of its own: identity is the
 * {@code equals} the specification asks for (Jakarta Connectors 2.1, 5.3.1).
 */
public class SmppResourceAdapter implements ResourceAdapter {
  private static final Logger LOG = System.getLogger(SmppResourceAdapter.class.getName());
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);
  private static final Duration LOOPS_GRACE = Duration.ofSeconds(1);

  /** Event loops of all sessions: one does for any carrier's rate, two for TLS beside it. */
  private static final int LOOPS = 2;

  private final EndpointDelivery endpoints = new EndpointDelivery();
  private volatile Optional<SmppLinks> links = Optional.empty();
  private volatile Timer timer;
  private volatile Wire wire;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    endpoints.watch(context.getTransactionSynchronizationRegistry());
    try {
      timer = context.createTimer();
    } catch (UnavailableException e) {
      throw new ResourceAdapterInternalException("the SMPP adapter needs a timer", e);
    }
    WorkExecutor works = new WorkExecutor(context.getWorkManager());
    wire = new Wire(LOOPS, works, System::nanoTime, WireLimits.STANDARD);
    SmppLinks started =
        new SmppLinks(
            new Surroundings(
                Clock.systemUTC(),
                System::nanoTime,
                RandomGenerator.getDefault(),
                works,
                endpoints,
                wire,
                new ConnectRate(ConnectRate.STANDARD)));
    new Ticking(started).on(timer);
    links = Optional.of(started);
  }

  /** Ends every session and thread of ours within five seconds. */
  @Override
  public void stop() {
    Optional<SmppLinks> running = links;
    links = Optional.empty();
    running.ifPresent(one -> one.stopAll(STOP_GRACE));
    Optional.ofNullable(timer).ifPresent(Timer::cancel);
    Optional.ofNullable(wire).ifPresent(one -> one.stop(LOOPS_GRACE));
    LOG.log(Level.INFO, "smpp: all links are stopped");
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    endpoints.activate(factory);
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    endpoints.deactivate(factory);
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
}
