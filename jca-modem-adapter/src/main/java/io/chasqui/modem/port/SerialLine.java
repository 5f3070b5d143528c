package io.chasqui.modem.port;

import java.io.IOException;

/** An open serial port. One thread reads, another writes, any closes. */
public interface SerialLine extends AutoCloseable {

  /**
   * Waits for at least one octet, without using the processor meanwhile.
   *
   * @return how many were read, 1 or more; -1 once the line was closed here
   * @throws IOException when the device is gone
   */
  int read(byte[] into) throws IOException;

  /**
   * @throws IOException when the device is gone or takes nothing any more
   */
  void write(byte[] octets) throws IOException;

  /** Also ends a read that waits. */
  @Override
  void close();
}
