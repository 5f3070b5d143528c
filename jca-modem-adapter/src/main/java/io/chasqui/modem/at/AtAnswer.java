package io.chasqui.modem.at;

import java.util.List;
import java.util.Optional;

/**
 * What came of a command.
 *
 * @param lines of its answer, in their order
 */
record AtAnswer(FinalResult result, List<String> lines) {
  AtAnswer {
    lines = List.copyOf(lines);
  }

  boolean isOk() {
    return result.isOk();
  }

  /** The first line, when the command went well and has one. */
  Optional<String> line() {
    return isOk() ? lines.stream().findFirst() : Optional.empty();
  }

  /** The fields behind the first line's colon. */
  Optional<AtFields> fields() {
    return line().map(AtFields::of);
  }
}
