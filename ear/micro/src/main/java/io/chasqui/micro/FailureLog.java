package io.chasqui.micro;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to what Payara logs of a failing deployment: its API only says that it failed. */
final class FailureLog extends Handler implements AutoCloseable {
  private volatile LogRecord first;

  private FailureLog() {
    setLevel(Level.WARNING);
  }

  static FailureLog listen() {
    FailureLog listener = new FailureLog();
    Logger.getLogger("").addHandler(listener);
    return listener;
  }

  /** The cause of the first severe record, in one line. */
  Optional<String> cause() {
    return Optional.ofNullable(first).map(FailureLog::line);
  }

  private static String line(LogRecord entry) {
    return Causes.of(entry)
        .map(FirstLine::of)
        .orElseGet(() -> String.valueOf(entry.getMessage()).lines().findFirst().orElse(""));
  }

  @Override
  public void publish(LogRecord entry) {
    if (first == null && isLoggable(entry) && Causes.of(entry).isPresent()) {
      first = entry;
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
