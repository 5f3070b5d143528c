package io.chasqui.micro;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A record on the console: its message and the cause in one line; the log file has the rest. */
public final class ConsoleLine extends Formatter {
  @Override
  public String format(LogRecord entry) {
    String line =
        entry.getLevel().getName() + ' ' + formatMessage(entry).lines().findFirst().orElse("");
    return Causes.of(entry)
        .map(thrown -> line + " (" + FirstLine.of(thrown) + ")\n")
        .orElse(line + '\n');
  }
}
