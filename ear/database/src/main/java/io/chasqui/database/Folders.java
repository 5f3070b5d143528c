package io.chasqui.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the embedded database keeps what, below the home. */
record Folders(Path home) {
  Path database() {
    return home.resolve("database");
  }

  Path base() {
    return database().resolve("base");
  }

  Path data() {
    return database().resolve("data");
  }

  Path temporary() {
    return database().resolve("tmp");
  }

  Path run() {
    return database().resolve("run");
  }

  Path keys() {
    return home.resolve("keys");
  }

  Path log() {
    return home.resolve("logs").resolve("database.log");
  }

  /** A folder's unfinished form: it gets its name when it is complete. */
  static Path unfinished(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".new");
  }

  /** Creates what is missing; everything but home and logs is the owner's alone. */
  void createAll() {
    create(home);
    create(log().getParent());
    for (Path folder : new Path[] {database(), temporary(), run(), keys()}) {
      createPrivate(folder);
    }
  }

  static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  static void createPrivate(Path folder) {
    create(folder);
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Never readable by others, not for a moment. */
  static void writePrivate(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Gives an unfinished folder its name, so that the name survives a power cut. */
  static void finish(Path unfinished, Path finished) throws IOException {
    Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel parent = FileChannel.open(finished.getParent(), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  static DatabaseStartException unwritable(Path path, IOException cause) {
    return new DatabaseStartException(
        "Cannot write to "
            + path
            + " ("
            + reason(cause)
            + "): set chasqui.home to a directory the gateway may write to",
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is not a directory";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
