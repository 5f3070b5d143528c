package io.chasqui.app.options;

import java.util.Optional;
import java.util.function.Function;

/** Members that must be there. */
final class Required {
  private Required() {}

  static <T> Optional<T> read(
      Members members, String name, int longest, Function<String, T> reading) {
    if (!members.has(name)) {
      members.wrong(name, "is missing");
    }
    return members.read(name, longest, reading);
  }
}
