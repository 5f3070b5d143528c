package io.chasqui.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of this run; what an earlier run left in it is gone. */
record Scratch(Path directory) {
  static Scratch fresh(Path directory) {
    Path absolute = directory.toAbsolutePath();
    try (Stream<Path> old = Files.exists(absolute) ? Files.walk(absolute) : Stream.empty()) {
      old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      return new Scratch(Files.createDirectories(absolute));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path resolve(String name) {
    return directory.resolve(name);
  }

  Path write(String name, String content) {
    try {
      return Files.writeString(resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
