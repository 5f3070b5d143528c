package io.chasqui.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build's results lie. */
public final class Repository {
  private Repository() {}

  /** The repository's root, wherever Maven was started. */
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("chasqui"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  /** A fresh directory of this test run. */
  public static Path scratch(String name) throws IOException {
    Path parent = root().resolve("ear/systemtest/target/homes");
    Files.createDirectories(parent);
    return Files.createTempDirectory(parent, name);
  }
}
