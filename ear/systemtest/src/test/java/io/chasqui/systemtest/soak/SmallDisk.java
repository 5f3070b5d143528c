package io.chasqui.systemtest.soak;

import io.chasqui.systemtest.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of its own, in memory, that can be full. Only root may have one. */
final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTES = 600;

  private final Path root;
  private final Path filler;

  private SmallDisk(Path root) {
    this.root = root;
    this.filler = root.resolve("filler");
  }

  static SmallDisk mount() throws Exception {
    SmallDisk disk = new SmallDisk(Repository.scratch("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.root.toString());
    return disk;
  }

  /** A folder on it. */
  Path folder() throws IOException {
    return Files.createDirectories(root.resolve("home"));
  }

  /** To the last octet. */
  void fill() {
    byte[] megabyte = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(megabyte);
      }
    } catch (IOException full) {
      // as intended: there is no other way to know
    }
  }

  void free() throws IOException {
    Files.delete(filler);
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", root.toString());
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed");
    }
  }
}
