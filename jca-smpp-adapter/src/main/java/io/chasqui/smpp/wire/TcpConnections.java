package io.chasqui.smpp.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * Plain TCP with a limit on connecting. TCP_NODELAY: PDUs are coalesced by us, and Nagle's
 * algorithm against delayed acknowledgements would halve the rate. Keep-alive finds dead peers
 * behind firewalls that drop silently.
 */
record TcpConnections(Duration connectTimeout) implements ConnectionFactory {

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(new InetSocketAddress(host, port), (int) connectTimeout.toMillis());
      return new SocketConnection(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
