package io.chasqui.micro;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The Artemis that {@code chasqui.broker.url} names, tried once before anything heavy starts. */
record ExternalBroker(String url, String user, String password) {
  private static final int PATIENCE_MS = 5_000;

  /**
   * @throws Refusal saying whether the address or the account is wrong
   */
  void check() {
    URI uri = uri();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MS);
    } catch (IOException e) {
      throw unreachable(e);
    }
    logIn();
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
              + url
              + " refuses user '"
              + user
              + "': check chasqui.broker.user and chasqui.broker.password",
          e);
    } catch (JMSException e) {
      throw unreachable(e);
    }
  }

  private URI uri() {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getPort() > 0) {
        return uri;
      }
    } catch (IllegalArgumentException notAnUri) {
      // told below, with an example
    }
    throw new Refusal("broker: chasqui.broker.url '" + url + "' must look like tcp://host:61616");
  }

  private Refusal unreachable(Exception e) {
    return new Refusal(
        "broker: " + url + " cannot be reached: check chasqui.broker.url (" + FirstLine.of(e) + ")",
        e);
  }
}
