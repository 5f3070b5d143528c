package io.chasqui.modem.at;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A command, and which lines are its answer.
 *
 * @param text without its end
 * @param shown the same for logs and traces, without secrets
 * @param patience until its final result, above zero
 * @param wanted tells the lines of its answer from unsolicited ones and echoes
 */
record AtCommand(String text, String shown, Duration patience, Predicate<String> wanted) {
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{14,}");

  static AtCommand of(String text, Duration patience) {
    return new AtCommand(text, text, patience, line -> false);
  }

  /** One whose text nobody may see. */
  static AtCommand secret(String text, String shown, Duration patience) {
    return new AtCommand(text, shown, patience, line -> false);
  }

  /** Answered by lines that begin so. */
  AtCommand wanting(String prefix) {
    return new AtCommand(text, shown, patience, line -> line.startsWith(prefix));
  }

  /** Answered by lines that begin so, each followed by a PDU. */
  AtCommand wantingPdus(String prefix) {
    return new AtCommand(
        text, shown, patience, line -> line.startsWith(prefix) || HEX.matcher(line).matches());
  }

  /** Answered by a bare line, such as a name or a number. */
  AtCommand wantingLine(String shape) {
    Pattern pattern = Pattern.compile(shape);
    return new AtCommand(text, shown, patience, line -> pattern.matcher(line).matches());
  }
}
