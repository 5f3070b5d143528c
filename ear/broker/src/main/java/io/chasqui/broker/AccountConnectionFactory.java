package io.chasqui.broker;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Connections with the gateway's account: Payara asks for one with an empty user where a pool names
 * none, which Artemis' adapter takes for the user to log in.
 */
final class AccountConnectionFactory extends ActiveMQConnectionFactory {
  private static final long serialVersionUID = 1L;

  private final transient String user;
  private final transient String password;

  AccountConnectionFactory(ServerLocator broker, String user, String password) {
    super(broker);
    this.user = user;
    this.password = password;
  }

  @Override
  protected ActiveMQConnection createConnectionInternal(
      String wantedUser, String wantedPassword, boolean distributed, int type) throws JMSException {
    boolean anybody = wantedUser == null || wantedUser.isEmpty();
    return super.createConnectionInternal(
        anybody ? user : wantedUser, anybody ? password : wantedPassword, distributed, type);
  }
}
