package io.chasqui.micro;

import java.util.Arrays;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/** The exception a log record tells of; Payara often passes it as a message parameter instead. */
final class Causes {
  private Causes() {}

  static Optional<Throwable> of(LogRecord entry) {
    Stream<Object> parameters =
        entry.getParameters() == null ? Stream.empty() : Arrays.stream(entry.getParameters());
    return Stream.concat(Stream.ofNullable(entry.getThrown()), parameters)
        .filter(Throwable.class::isInstance)
        .map(Throwable.class::cast)
        .findFirst();
  }
}
