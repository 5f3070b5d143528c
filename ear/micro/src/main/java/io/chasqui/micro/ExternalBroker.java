package io.chasqui.micro;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The Artemis that {@code chasqui.broker.url} names, tried once before anything heavy starts. */
record ExternalBroker(String url, String user, String password) {
  private static final int PATIENCE_MS = 5_000;

  /** Its client logs whole stacks of what the refusal says in one line. */
  private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq");

  /**
   * @throws Refusal saying whether the address or the account is wrong; never the options of the
   *     URL, since some are passwords
   */
  void check() {
    URI uri = uri();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MS);
    } catch (IOException e) {
      throw unreachable(e);
    }
    ARTEMIS.setLevel(Level.OFF);
    try {
      logIn();
    } finally {
      ARTEMIS.setLevel(null);
    }
  }

  private void logIn() {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
      factory.setInitialConnectAttempts(1);
      factory.setReconnectAttempts(0);
      factory.setCallTimeout(PATIENCE_MS);
      try (Connection connection = factory.createConnection(user, password)) {
        connection.getMetaData();
      }
    } catch (JMSSecurityException e) {
      throw new Refusal(
          "broker: "
              + shown()
              + " refuses user '"
              + user
              + "': check chasqui.broker.user and chasqui.broker.password",
          e);
    } catch (JMSException e) {
      throw noSession(e);
    }
  }

  private URI uri() {
    try {
      URI uri = URI.create(url);
      if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return uri;
      }
    } catch (IllegalArgumentException notAnUri) {
      // told below, with an example
    }
    throw new Refusal(
        "broker: chasqui.broker.url '"
            + shown()
            + "' must look like tcp://host:61616, with TLS like"
            + " tcp://host:61617?sslEnabled=true&trustStorePath=...&trustStorePassword=...");
  }

  private Refusal unreachable(Exception e) {
    return new Refusal(
        "broker: "
            + shown()
            + " cannot be reached: check chasqui.broker.url ("
            + FirstLine.of(e)
            + ")",
        e);
  }

  private Refusal noSession(JMSException e) {
    String hint = isEncrypted() ? " and its trust store" : ", and whether the broker wants TLS";
    return new Refusal(
        "broker: "
            + shown()
            + " does not speak with us: check chasqui.broker.url"
            + hint
            + " ("
            + FirstLine.of(e)
            + ")",
        e);
  }

  private boolean isEncrypted() {
    return url.contains("sslEnabled=true");
  }

  private String shown() {
    return url.replaceFirst("\\?.*", "");
  }
}
