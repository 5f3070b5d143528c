package io.chasqui.modem.ra;

import io.chasqui.modem.at.AtTimings;
import io.chasqui.modem.at.SerialModems;
import io.chasqui.modem.device.ModemFactory;
import io.chasqui.modem.hilink.HilinkModem;
import io.chasqui.modem.port.NativeSerialPorts;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Duration;
import java.util.Optional;
import javax.transaction.xa.XAResource;

/**
 * Links to modems. Two instances are never equal, as each has links of its own: identity is the
 * {@code equals} the specification asks for (Jakarta Connectors 2.1, 5.3.1).
 */
public class ModemResourceAdapter implements ResourceAdapter {
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);

  private final EndpointListener listener = new EndpointListener();
  private final ModemFactory wires;
  private volatile Optional<ModemLinks> links = Optional.empty();

  public ModemResourceAdapter() {
    this(
        new Wires(
            new SerialModems(new NativeSerialPorts(), AtTimings.STANDARD), HilinkModem::open));
  }

  ModemResourceAdapter(ModemFactory wires) {
    this.wires = wires;
  }

  @Override
  public void start(BootstrapContext context) {
    links = Optional.of(ModemLinks.of(wires, new WorkExecutor(context.getWorkManager()), listener));
  }

  @Override
  public void stop() {
    Optional<ModemLinks> running = links;
    links = Optional.empty();
    running.ifPresent(one -> one.pools().stopAll(STOP_GRACE));
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    listener.activate(factory);
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    listener.deactivate(factory);
  }

  /** None: links take part in no transaction, so there is nothing to recover. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  /** The links while the adapter runs. */
  Optional<ModemLinks> links() {
    return links;
  }
}
