package io.chasqui.micro;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the console says while the gateway starts and stops: one line a part, with its time. */
public final class Progress {
  private final PrintStream out;
  private final long began = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** What libraries print goes to a file from here on; what they log is in the log. */
  static void keepTheConsoleForItself(Path logs) throws IOException {
    OutputStream printed = Files.newOutputStream(logs.resolve("printed.log"));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  /** A line of its own. */
  public void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  /** {@code broker: ready in 1.2 s}. */
  void ready(String part, long since) {
    say(part + ": ready in " + seconds(since));
  }

  /** Since this console began. */
  String total() {
    return seconds(began);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /**
   * @param since a {@link System#nanoTime()}
   */
  public static String seconds(long since) {
    double seconds = Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
