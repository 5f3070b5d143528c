package io.chasqui.smpp.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A peer of plain octets. */
final class RawPeer implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  RawPeer(InetSocketAddress server) throws IOException {
    socket.connect(server, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
  }

  void send(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  void send(Pdu pdu) throws IOException {
    send(pdu.octets());
  }

  Pdu read() throws IOException {
    int length = in.readInt();
    byte[] octets = new byte[length];
    octets[2] = (byte) (length >> 8);
    octets[3] = (byte) length;
    in.readFully(octets, 4, length - 4);
    return new Pdu(octets);
  }

  /** Whether the connection ends, once what is still there has been read. */
  boolean isClosed() {
    try {
      while (in.read() >= 0) {
        // The rest of what was sent.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
