package io.chasqui.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** One connection of an ESME that misbehaves. */
final class BadSession implements AutoCloseable {
  private static final int[] COMMANDS = {0x03, 0x04, 0x05, 0x07, 0x08, 0x21, 0x103, 0x102, 0x111};

  private final String systemId;
  private final Random random;
  private final Socket socket;

  BadSession(String systemId, int port, Random random) throws IOException {
    this.systemId = systemId;
    this.random = random;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
  }

  BadSession bind() throws IOException {
    return send(EsmePdus.bind(systemId, EsmePdus.PASSWORD));
  }

  BadSession guess() throws IOException {
    return send(EsmePdus.bind(systemId, "guess"));
  }

  BadSession send(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
    return this;
  }

  BadSession sendHalf(byte[] octets) throws IOException {
    return send(Arrays.copyOf(octets, octets.length / 2));
  }

  BadSession sendSplit(byte[] octets) throws IOException {
    for (byte octet : octets) {
      send(new byte[] {octet});
    }
    return this;
  }

  /** All of them in as few segments as TCP makes of it. */
  BadSession sendMany(int count, IntFunction<byte[]> pdus) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int n = 1; n <= count; n++) {
      all.writeBytes(pdus.apply(n));
    }
    return send(all.toByteArray());
  }

  /** Until the server cuts the connection. */
  void sendForever(byte[] pdu) throws IOException {
    while (true) {
      sendMany(1000, n -> pdu);
    }
  }

  BadSession closeItsHalf() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  byte[] garbage(int most) {
    byte[] octets = new byte[random.nextInt(most)];
    random.nextBytes(octets);
    return octets;
  }

  byte[] badBody(int sequence) {
    return EsmePdus.pdu(COMMANDS[random.nextInt(COMMANDS.length)], sequence, garbage(100));
  }

  /** Answers what it is asked, and answers it again, until it is cut off. */
  void answerTwice() throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    while (true) {
      int length = in.readInt();
      int command = in.readInt();
      in.readInt();
      int sequence = in.readInt();
      in.skipNBytes(length - EsmePdus.HEADER);
      byte[] answer = EsmePdus.pdu(command | EsmePdus.RESPONSE, sequence, (byte) 0);
      send(answer).send(answer);
    }
  }

  /** Reads and forgets for so many seconds, or until the server closes. */
  void drain(int seconds) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    byte[] buffer = new byte[1 << 14];
    try {
      int read = 0;
      for (long left = seconds * 1000L; left > 0 && read >= 0; left = millisTo(end)) {
        socket.setSoTimeout((int) left);
        read = socket.getInputStream().read(buffer);
      }
    } catch (SocketTimeoutException e) {
      // The time is over.
    }
  }

  private static long millisTo(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
