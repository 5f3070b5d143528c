package io.chasqui.modem.at;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a command ended (3GPP TS 27.007, 4.1 and 9; 27.005, 3.2.5).
 *
 * @param code of a CME or CMS error; -1 when the modem wrote words instead
 * @param words as the modem wrote them
 */
record FinalResult(Kind kind, int code, String words) {
  enum Kind {
    OK,
    /** The modem waits for a PDU. */
    PROMPT,
    ERROR,
    CME_ERROR,
    CMS_ERROR
  }

  static final FinalResult PROMPT = new FinalResult(Kind.PROMPT, 0, ">");

  private static final Pattern CODED = Pattern.compile("\\+CM([ES]) ERROR: ?(.*)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

  static Optional<FinalResult> of(String line) {
    return switch (line) {
      case "OK" -> Optional.of(new FinalResult(Kind.OK, 0, line));
      case "ERROR", "NO CARRIER", "COMMAND NOT SUPPORT", "ABORTED" ->
          Optional.of(new FinalResult(Kind.ERROR, -1, line));
      default -> coded(line);
    };
  }

  private static Optional<FinalResult> coded(String line) {
    Matcher coded = CODED.matcher(line);
    if (!coded.matches()) {
      return Optional.empty();
    }
    Kind kind = coded.group(1).equals("E") ? Kind.CME_ERROR : Kind.CMS_ERROR;
    String words = coded.group(2).trim();
    int code = NUMBER.matcher(words).matches() ? Integer.parseInt(words) : ErrorWords.code(words);
    return Optional.of(new FinalResult(kind, code, line));
  }

  boolean isOk() {
    return kind == Kind.OK;
  }

  boolean isCme(int wanted) {
    return kind == Kind.CME_ERROR && code == wanted;
  }
}
