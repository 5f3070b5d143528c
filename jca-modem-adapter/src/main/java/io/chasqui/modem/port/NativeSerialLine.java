package io.chasqui.modem.port;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;

/** A port of jSerialComm's; its own word on being open is not asked, since it stays true. */
final class NativeSerialLine implements SerialLine {
  private final String path;
  private final SerialPort port;
  private volatile boolean closed;

  NativeSerialLine(String path, SerialPort port) {
    this.path = path;
    this.port = port;
  }

  @Override
  public int read(byte[] into) throws IOException {
    int count = 0;
    while (count == 0 && !closed) {
      count = port.readBytes(into, into.length);
    }
    if (closed) {
      return -1;
    }
    if (count < 0) {
      throw new IOException(path + " is gone");
    }
    return count;
  }

  @Override
  public void write(byte[] octets) throws IOException {
    int written = 0;
    while (written < octets.length) {
      int count = closed ? 0 : port.writeBytes(octets, octets.length - written, written);
      if (count <= 0) {
        throw new IOException(path + " takes nothing any more");
      }
      written += count;
    }
  }

  @Override
  public void close() {
    closed = true;
    port.closePort();
  }
}
