package io.chasqui.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * Accepts connections. Our own loop, because SMPPServerSessionListener.accept() fixes jSMPP's
 * default reader. While shut, connections are refused by the system.
 */
final class FrontDoor implements AutoCloseable {

  private static final int BACKLOG = 200;
  private static final long CLOSE_MILLIS = 2_000;

  private final InetAddress host;
  private final Consumer<Socket> visitor;
  private int port;
  private ServerSocket listening;
  private Thread accepting;

  FrontDoor(InetAddress host, int port, Consumer<Socket> visitor) {
    this.host = host;
    this.port = port;
    this.visitor = visitor;
  }

  /** Opens; the second time on the port of the first. */
  synchronized void open() throws IOException {
    if (listening != null) {
      return;
    }
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    listening = socket;
    port = socket.getLocalPort();
    accepting = Threads.daemon("simulator-accept", () -> accept(socket));
    accepting.start();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Threads.daemon("simulator-bind", () -> visitor.accept(connection)).start();
      } catch (IOException e) {
        // Closed, or one connection died while it was being accepted: the loop decides.
      }
    }
  }

  synchronized int port() {
    return port;
  }

  @Override
  public synchronized void close() throws IOException {
    if (listening != null) {
      listening.close();
      listening = null;
      awaitAccepting();
    }
  }

  /** The system goes on accepting until the thread that waits in accept() has woken up. */
  private void awaitAccepting() {
    try {
      accepting.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
