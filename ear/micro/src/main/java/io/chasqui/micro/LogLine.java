package io.chasqui.micro;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line a record: UTC instant, level, logger, message; then the stack trace, if there is one.
 */
public final class LogLine extends Formatter {
  @Override
  public String format(LogRecord entry) {
    String line =
        DateTimeFormatter.ISO_INSTANT.format(entry.getInstant().truncatedTo(ChronoUnit.MILLIS))
            + ' '
            + entry.getLevel().getName()
            + ' '
            + entry.getLoggerName()
            + ": "
            + formatMessage(entry)
            + '\n';
    return Causes.of(entry).map(thrown -> line + trace(thrown)).orElse(line);
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
