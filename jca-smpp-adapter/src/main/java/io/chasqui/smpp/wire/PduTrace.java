package io.chasqui.smpp.wire;

import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.link.TracedPdu.Direction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last PDUs of a connector or an account, while it is switched on. Kept as they were on the
 * wire and read only when asked for, so that being on costs next to nothing and being off nothing.
 */
public final class PduTrace {
  private static final int CAPACITY = 500;

  /** Of longer ones only the header is kept. */
  private static final int LONGEST = 2048;

  private final Clock clock;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private volatile TraceMode mode = TraceMode.OFF;

  private record Entry(Instant at, Direction direction, String session, Pdu pdu) {}

  private record Snapshot(TraceMode mode, List<Entry> entries) {}

  public PduTrace(Clock clock) {
    this.clock = clock;
  }

  /** Switches; what was kept in another mode is forgotten, for its content may not be shown now. */
  public synchronized void switchTo(TraceMode to) {
    if (mode != to) {
      entries.clear();
      mode = to;
    }
  }

  public TraceMode mode() {
    return mode;
  }

  /**
   * A tap for one session.
   *
   * @param session its name in the trace
   */
  public WireTap tap(String session) {
    return new WireTap() {
      @Override
      public void read(Pdu pdu) {
        keep(Direction.IN, session, pdu);
      }

      @Override
      public void written(Pdu pdu) {
        keep(Direction.OUT, session, pdu);
      }
    };
  }

  private void keep(Direction direction, String session, Pdu pdu) {
    if (mode.isOn()) {
      Pdu kept = pdu.length() > LONGEST ? pdu.cut() : pdu;
      add(new Entry(clock.instant(), direction, session, kept));
    }
  }

  /** It may have been switched off meanwhile. */
  private synchronized void add(Entry entry) {
    if (mode.isOn()) {
      entries.addLast(entry);
    }
    if (entries.size() > CAPACITY) {
      entries.removeFirst();
    }
  }

  /** At most 500, oldest first. */
  public List<TracedPdu> recent() {
    Snapshot now = snapshot();
    return now.entries().stream().map(entry -> traced(entry, now.mode())).toList();
  }

  private synchronized Snapshot snapshot() {
    return new Snapshot(mode, List.copyOf(entries));
  }

  private static TracedPdu traced(Entry entry, TraceMode mode) {
    Pdu pdu = entry.pdu();
    return new TracedPdu(
        entry.at(),
        entry.direction(),
        entry.session(),
        pdu.command().map(CommandId::toString).orElse("0x%08x".formatted(pdu.code())),
        CommandStatus.describe(pdu.status()),
        Integer.toUnsignedLong(pdu.sequence()),
        PduFields.of(pdu, mode));
  }
}
