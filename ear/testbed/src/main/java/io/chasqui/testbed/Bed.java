package io.chasqui.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's parts, laid out by this module's build beside its classes. */
public final class Bed {
  /** Of user {@code admin}. */
  public static final String ADMIN_PASSWORD = "a-password-for-tests";

  private final Path directory;

  private Bed(Path directory) {
    this.directory = directory;
  }

  static Bed built() {
    try {
      Path classes = Path.of(Bed.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Bed(classes.resolveSibling("micro"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path to the test bed", e);
    }
  }

  Path file(String name) {
    Path file = directory.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(file + " is missing: container tests run from 'verify' on");
    }
    return file;
  }

  /** The launcher's, so that tests see the server that users get. */
  String preBoot() {
    try (InputStream commands = Bed.class.getResourceAsStream("/io/chasqui/micro/pre-boot.txt")) {
      return new String(commands.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${host}", "127.0.0.1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
