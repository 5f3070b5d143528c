package io.chasqui.smpp.smsc;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/** One connection of a {@link TestSmsc}. */
public final class SmscSession implements AutoCloseable {
  private final Socket socket;
  private final TestSmsc smsc;

  SmscSession(Socket socket, TestSmsc smsc) throws IOException {
    this.socket = socket;
    this.smsc = smsc;
    socket.setTcpNoDelay(true);
    Thread reader = new Thread(this::read, "smsc-session");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        smsc.onPdu(Pdu.read(in), this);
      }
    } catch (IOException e) {
      smsc.onEnd(this);
    }
  }

  public void send(Pdu pdu) throws IOException {
    send(pdu.octets());
  }

  /** Whatever octets. */
  public synchronized void send(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Gone either way.
    }
  }
}
