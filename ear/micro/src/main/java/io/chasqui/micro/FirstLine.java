package io.chasqui.micro;

/** A failure said in one line: its innermost cause that has something to say. */
final class FirstLine {
  private static final int LONGEST = 300;

  private FirstLine() {}

  static String of(Throwable failure) {
    if (failure instanceof Refusal) {
      return failure.getMessage();
    }
    String said = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        said = cause.getMessage();
      }
    }
    return shorten(said.strip().lines().findFirst().orElse(said));
  }

  private static String shorten(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
