package io.chasqui.micro;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The gateway's directory: its state, and Payara's working files beside it. */
record Home(Path directory) {
  Path logs() {
    return directory.resolve("logs");
  }

  /** Payara's instance root, made anew by every start: nothing in it is worth keeping. */
  Path payara() {
    return directory.resolve("payara");
  }

  Path adminPassword() {
    return directory.resolve("admin-password");
  }

  /**
   * Creates the directory, readable by its owner alone, and tries to write into it.
   *
   * @throws Refusal when that fails
   */
  void check() {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      Files.createDirectories(logs());
      Files.delete(Files.createTempFile(directory, "writable", ""));
    } catch (IOException | UnsupportedOperationException e) {
      throw new Refusal(
          "home: "
              + directory
              + " cannot be written by user "
              + System.getProperty("user.name")
              + ": set chasqui.home (CHASQUI_HOME) to a directory that can",
          e);
    }
  }

  /**
   * An instance root with Payara's stock configuration and resource adapters.
   *
   * @param stock Payara Micro, unpacked
   */
  void preparePayara(Path stock) throws IOException {
    deleteTree(payara());
    copyTree(stock.resolve("config"), payara().resolve("config"));
    copyTree(stock.resolve("lib"), payara().resolve("lib"));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
