package io.chasqui.systemtest;

import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis server as a process: it runs by a broker.xml until its standard input ends. */
public final class StandaloneBroker {
  private StandaloneBroker() {}

  /**
   * @param arguments the broker.xml's address, the user with the role {@code chasqui}, the password
   */
  public static void main(String[] arguments) throws Exception {
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(arguments[1], arguments[2]);
    users.addRole(arguments[1], "chasqui");
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfigResourcePath(arguments[0]);
    server.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    server.start();
    while (System.in.read() >= 0) {
      // whoever started us is there
    }
    server.stop();
    System.exit(0);
  }
}
