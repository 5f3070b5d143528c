package io.chasqui.modem.at;

import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.link.TracedPdu.Direction;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines on the wire, while somebody wants to see them. */
final class LineTrace {
  private static final int LONGEST = 300;

  /** What people wrote and to whom; an IMEI and an IMSI are shorter. */
  private static final Pattern PDU = Pattern.compile("[0-9A-Fa-f]{18,}");

  /** A modem that echoes tells what it was told. */
  private static final Pattern PIN = Pattern.compile("(AT\\+CPIN=).*");

  private static final Pattern USSD = Pattern.compile("(\\+CUSD[:=][^\"]*)\"[^\"]*\"?");

  private final Clock clock;
  private final Deque<TracedPdu> lines = new ArrayDeque<>();
  private TraceMode mode = TraceMode.OFF;
  private String path = "";

  LineTrace(Clock clock) {
    this.clock = clock;
  }

  synchronized void on(String newPath) {
    path = newPath;
  }

  synchronized void mode(TraceMode wanted) {
    mode = wanted;
    lines.clear();
  }

  synchronized List<TracedPdu> recent() {
    return List.copyOf(lines);
  }

  void out(String line) {
    add(Direction.OUT, line);
  }

  void in(String line) {
    add(Direction.IN, line);
  }

  private synchronized void add(Direction direction, String line) {
    if (!mode.isOn()) {
      return;
    }
    if (lines.size() == LONGEST) {
      lines.remove();
    }
    String safe = PIN.matcher(line).replaceFirst("$1****");
    String shown = mode == TraceMode.WITH_CONTENT ? safe : masked(safe);
    lines.add(new TracedPdu(clock.instant(), direction, path, shown, "", 0, List.of()));
  }

  private static String masked(String line) {
    return PDU.matcher(line).matches()
        ? "<PDU of %d octets>".formatted(line.length() / 2)
        : USSD.matcher(line).replaceAll("$1\"...\"");
  }
}
