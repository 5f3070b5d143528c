package io.chasqui.modem.ra;

import io.chasqui.modem.link.ModemLinks;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.util.Optional;
import javax.transaction.xa.XAResource;

/**
 * Links to modems. Two instances are never equal, as each has links of its own: identity is the
 * {@code equals} the specification asks for (Jakarta Connectors 2.1, 5.3.1).
 */
public class ModemResourceAdapter implements ResourceAdapter {
  private volatile Optional<ModemLinks> links = Optional.empty();

  @Override
  public void start(BootstrapContext context) {
    links = Optional.of(new ModemLinks(Clock.systemUTC()));
  }

  @Override
  public void stop() {
    links = Optional.empty();
  }

  /** Taken, so that the application deploys; no modem brings anything in yet. */
  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) {}

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {}

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
