package io.chasqui.broker;

import io.chasqui.database.GatewayDatabase;
import io.chasqui.database.Settings;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.util.Optional;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.apache.activemq.artemis.ra.ConnectionFactoryProperties;
import org.apache.activemq.artemis.ra.inflow.ActiveMQActivationSpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Artemis' resource adapter with the broker in it. It is the first module to start and the last to
 * stop, so it holds the gateway's two embedded parts: the broker and, in the background, the
 * database.
 */
public class GatewayBroker extends ActiveMQResourceAdapter {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger("io.chasqui.broker");

  private transient EmbeddedBroker embedded;
  private transient GatewayDatabase database;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    try {
      Settings settings = Settings.read();
      database = GatewayDatabase.start(settings);
      Optional<String> url = setting("chasqui.broker.url");
      if (url.isPresent()) {
        connectTo(url.get());
      } else {
        startEmbedded(settings);
      }
    } catch (Exception e) {
      stopParts();
      throw new ResourceAdapterInternalException("broker: " + e.getMessage(), e);
    }
    super.start(context);
  }

  private void startEmbedded(Settings settings) throws Exception {
    embedded = new EmbeddedBroker(settings.home().resolve("broker"));
    embedded.start();
    setConnectorClassName(InVMConnectorFactory.class.getName());
    setConnectionParameters("server-id=0");
    LOG.log(
        System.Logger.Level.INFO,
        "broker: embedded, journal in {0}",
        settings.home().resolve("broker"));
  }

  private void connectTo(String url) {
    BrokerUrl broker = BrokerUrl.of(url);
    setConnectorClassName(NettyConnectorFactory.class.getName());
    setConnectionParameters(broker.connectionParameters());
    setting("chasqui.broker.user").ifPresent(this::setUserName);
    setting("chasqui.broker.password").ifPresent(this::setPassword);
    LOG.log(System.Logger.Level.INFO, "broker: external, {0}", broker);
  }

  @Override
  public ActiveMQConnectionFactory newConnectionFactory(ConnectionFactoryProperties overrides) {
    ActiveMQConnectionFactory factory = super.newConnectionFactory(overrides);
    if (embedded != null) {
      return factory;
    }
    // Whoever sends on a lost connection is told at once and takes another one. What a bean reads
    // from is connected again for it, however long that takes: no one else would do so.
    factory.setReconnectAttempts(overrides instanceof ActiveMQActivationSpec ? -1 : 0);
    return getUserName() == null
        ? factory
        : new AccountConnectionFactory(factory.getServerLocator(), getUserName(), getPassword());
  }

  @Override
  public void stop() {
    super.stop();
    stopParts();
  }

  private void stopParts() {
    if (embedded != null) {
      try {
        embedded.stop();
      } catch (Exception | LinkageError e) {
        // A server that failed to deploy us closes our class loader before it stops us.
        LOG.log(System.Logger.Level.WARNING, "broker: did not stop cleanly", e);
      }
      embedded = null;
    }
    if (database != null) {
      database.stop();
      database = null;
    }
  }

  private static Optional<String> setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class);
  }

  // One adapter a deployment; the broker's own fields say nothing more about its identity.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
