package io.chasqui.micro;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

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

  /** An instance root with Payara's stock configuration and our logging. */
  void preparePayara(Path stockConfiguration) throws IOException {
    deleteTree(payara());
    Path configuration = Files.createDirectories(payara().resolve("config"));
    Files.createDirectories(payara().resolve("lib/install/applications"));
    try (var files = Files.walk(stockConfiguration)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = configuration.resolve(stockConfiguration.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
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
