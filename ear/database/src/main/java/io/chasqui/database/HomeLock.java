package io.chasqui.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to use a home, held by one process at a time; the system frees it when that dies. */
public final class HomeLock implements AutoCloseable {
  private final Path home;
  private final String mark;
  private final FileChannel channel;

  private HomeLock(Path home, String mark, FileChannel channel) {
    this.home = home;
    this.mark = mark;
    this.channel = channel;
  }

  /**
   * @param home created when missing
   * @throws DatabaseStartException when another gateway has it, or it cannot be written
   */
  public static HomeLock take(Path home) {
    Folders.create(home);
    Path real = real(home);
    Path file = real.resolve("lock");
    String mark = "io.chasqui.lock:" + file;
    // Within a JVM a second look at the file would free the lock: POSIX drops a process's record
    // locks when it closes any descriptor of the file. So a mark all class loaders see goes first.
    if (System.getProperties().putIfAbsent(mark, "held") != null) {
      throw inUse(home, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new HomeLock(real, mark, lock(home, file));
    } catch (RuntimeException refused) {
      System.getProperties().remove(mark);
      throw refused;
    }
  }

  /** The home without symbolic links: one home has one name, whichever way one came to it. */
  public Path home() {
    return home;
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      throw Folders.unwritable(home, e);
    }
  }

  private static FileChannel lock(Path home, Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(home, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes()));
      return channel;
    } catch (IOException e) {
      throw Folders.unwritable(home, e);
    }
  }

  private static DatabaseStartException inUse(Path home, String process) {
    return new DatabaseStartException(
        home + " is in use by another Chasqui (process " + process + ")");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // the lock is gone with the channel either way
    }
    System.getProperties().remove(mark);
  }
}
