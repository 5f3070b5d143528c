package io.chasqui.benchmark.pipeline;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection that speaks just as much HTTP/1.1 as gateways say and answer: messages with a
 * Content-Length, kept alive.
 */
final class HttpLine implements AutoCloseable {
  private static final String LENGTH = "content-length:";
  private static final String CLOSE = "connection: close";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  HttpLine(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    out = socket.getOutputStream();
  }

  /**
   * What came.
   *
   * @param start the request's or status line
   * @param isLast on this connection
   */
  record Received(String start, byte[] body, boolean isLast) {
    /** Of an answer. */
    int status() {
      return Integer.parseInt(start.substring(9, 12));
    }
  }

  void write(byte[] octets) throws IOException {
    out.write(octets);
  }

  /** Empty when the other side has closed. */
  Optional<Received> read() throws IOException {
    String start = line();
    if (start.isEmpty()) {
      return Optional.empty();
    }
    int length = 0;
    boolean isLast = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
      isLast |= CLOSE.equals(header.toLowerCase(Locale.ROOT));
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("closed within a body");
    }
    return Optional.of(new Received(start, body, isLast));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
