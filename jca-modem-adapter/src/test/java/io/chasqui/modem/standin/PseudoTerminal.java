package io.chasqui.modem.standin;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** The master's side of a pseudo-terminal, raw from the start (pty(7)). */
final class PseudoTerminal implements AutoCloseable {

  /** Of the C library. */
  interface C extends Library {
    C LIBRARY = Native.load("c", C.class);

    int posix_openpt(int flags);

    int grantpt(int fd);

    int unlockpt(int fd);

    int ptsname_r(int fd, byte[] name, long length);

    int open(String path, int flags);

    int close(int fd);

    long read(int fd, byte[] into, long length);

    long write(int fd, byte[] octets, long length);

    int poll(Pointer fds, long count, int timeoutMs);

    int tcgetattr(int fd, Pointer termios);

    void cfmakeraw(Pointer termios);

    int tcsetattr(int fd, int when, Pointer termios);
  }

  private static final int READ_WRITE_NO_CONTROL = 0x102;
  private static final short POLL_IN = 1;
  private static final int TERMIOS = 128;
  private static final int TICK_MS = 20;

  private final int master;

  /** Held open, so that the terminal stays raw and unbroken while nobody else has it open. */
  private final int slave;

  private final String path;
  private boolean closed;

  PseudoTerminal() {
    master = checked(C.LIBRARY.posix_openpt(READ_WRITE_NO_CONTROL));
    checked(C.LIBRARY.grantpt(master));
    checked(C.LIBRARY.unlockpt(master));
    byte[] name = new byte[64];
    checked(C.LIBRARY.ptsname_r(master, name, name.length));
    path = Native.toString(name, StandardCharsets.US_ASCII);
    slave = checked(C.LIBRARY.open(path, READ_WRITE_NO_CONTROL));
    makeRaw(slave);
  }

  private static void makeRaw(int fd) {
    try (Memory termios = new Memory(TERMIOS)) {
      checked(C.LIBRARY.tcgetattr(fd, termios));
      C.LIBRARY.cfmakeraw(termios);
      checked(C.LIBRARY.tcsetattr(fd, 0, termios));
    }
  }

  private static int checked(int result) {
    if (result < 0) {
      throw new IllegalStateException("pseudo-terminal: errno " + Native.getLastError());
    }
    return result;
  }

  String path() {
    return path;
  }

  /**
   * @return octets read; 0 when none came for a moment; -1 once closed
   */
  synchronized int read(byte[] into) {
    if (closed) {
      return -1;
    }
    try (Memory poll = new Memory(8)) {
      poll.setInt(0, master);
      poll.setShort(4, POLL_IN);
      poll.setShort(6, (short) 0);
      if (C.LIBRARY.poll(poll, 1, TICK_MS) <= 0) {
        return 0;
      }
    }
    return (int) Math.max(0, C.LIBRARY.read(master, into, into.length));
  }

  void write(byte[] octets) {
    C.LIBRARY.write(master, octets, octets.length);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      C.LIBRARY.close(slave);
      C.LIBRARY.close(master);
    }
  }
}
