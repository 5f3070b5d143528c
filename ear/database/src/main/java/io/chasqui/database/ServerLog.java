package io.chasqui.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the server writes about itself; it outlives the gateway, so it goes to a file. The owner's
 * alone: when the server crashes it writes the statement it was at.
 */
final class ServerLog {
  private static final long LARGEST = 10L << 20;

  private final Path file;
  private final long from;

  private ServerLog(Path file, long from) {
    this.file = file;
    this.from = from;
  }

  /** Continues the log; one of 10 MB makes room, the one before it goes. */
  static ServerLog continuedAt(Path file) {
    try {
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      if (Files.notExists(file)) {
        Folders.writePrivate(file, "");
      }
      return new ServerLog(file, Files.size(file));
    } catch (IOException e) {
      throw Folders.unwritable(file, e);
    }
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  /** The first error since this log was continued, else its last line, and where to read on. */
  String complaint() {
    List<String> lines = lines();
    String last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    return lines.stream().filter(line -> line.contains("[ERROR]")).findFirst().orElse(last)
        + " (more in "
        + file
        + ")";
  }

  boolean tells(String text) {
    return lines().stream().anyMatch(line -> line.contains(text));
  }

  private List<String> lines() {
    try (var log = Files.newInputStream(file)) {
      log.skipNBytes(from);
      return new String(log.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
