package io.chasqui.modem.device;

import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.link.TracedPdu.Direction;
import io.chasqui.domain.link.TracedPdu.Field;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last of what went over a modem's wire, while it is switched on. */
public final class WireTrace {
  private static final int CAPACITY = 500;

  private final Clock clock;
  private final String session;
  private final Deque<TracedPdu> entries = new ArrayDeque<>();
  private TraceMode mode = TraceMode.OFF;
  private long sequence;

  /**
   * @param session the modem's name
   */
  public WireTrace(Clock clock, String session) {
    this.clock = clock;
    this.session = session;
  }

  /** Switches; what was kept before is forgotten. */
  public synchronized void switchTo(TraceMode to) {
    entries.clear();
    mode = to;
  }

  /**
   * @param command e.g. {@code AT+CMGS} or {@code POST /api/sms/send-sms}, without content
   * @param status e.g. {@code OK}; empty when there is none
   * @param content kept only when content is wanted, else its length
   */
  public synchronized void keep(
      Direction direction, String command, String status, String content) {
    if (!mode.isOn()) {
      return;
    }
    String shown = mode == TraceMode.WITH_CONTENT ? content : content.length() + " characters";
    entries.addLast(
        new TracedPdu(
            clock.instant(),
            direction,
            session,
            command,
            status,
            sequence++,
            content.isEmpty() ? List.of() : List.of(new Field("content", shown))));
    if (entries.size() > CAPACITY) {
      entries.removeFirst();
    }
  }

  /** At most 500, oldest first. */
  public synchronized List<TracedPdu> recent() {
    return List.copyOf(entries);
  }
}
