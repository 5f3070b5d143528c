package io.chasqui.testbed;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.util.List;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * One Payara Micro for all the test classes of a module: it starts with the first one's archive,
 * which therefore has to be the same for all, and stops after the last.
 */
public final class OneMicro extends PayaraMicroDeployableContainer {
  private Archive<?> deployed;
  private ProtocolMetaData running;

  /** Arquillian makes the settings by the class it is told, so it must be told ours. */
  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Class<PayaraMicroContainerConfiguration> getConfigurationClass() {
    return (Class) MicroSettings.class;
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    if (running == null) {
      running = onLoopback(super.deploy(archive));
      deployed = archive;
    }
    return running;
  }

  /** The server names itself by the machine's host name, and listens on loopback only. */
  private static ProtocolMetaData onLoopback(ProtocolMetaData told) {
    ProtocolMetaData reachable = new ProtocolMetaData();
    for (HTTPContext context : told.getContexts(HTTPContext.class)) {
      HTTPContext loopback = new HTTPContext("127.0.0.1", context.getPort());
      List.copyOf(context.getServlets()).forEach(loopback::add);
      reachable.addContext(loopback);
    }
    return reachable;
  }

  @Override
  public void undeploy(Archive<?> archive) {
    // the next test class needs it
  }

  @Override
  public void stop() throws LifecycleException {
    if (running != null) {
      running = null;
      try {
        super.undeploy(deployed);
      } catch (DeploymentException e) {
        throw new LifecycleException("Payara Micro did not stop", e);
      }
    }
  }
}
