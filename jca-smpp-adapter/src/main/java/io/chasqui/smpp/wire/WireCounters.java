package io.chasqui.smpp.wire;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** PDUs and octets of one session or of several together, since they were made. */
public final class WireCounters implements WireTap {
  private final Direction in = new Direction();
  private final Direction out = new Direction();

  private static final class Direction {
    private final LongAdder[] pdus = new LongAdder[CommandId.values().length + 1];
    private final LongAdder octets = new LongAdder();

    Direction() {
      for (int i = 0; i < pdus.length; i++) {
        pdus[i] = new LongAdder();
      }
    }

    void count(Pdu pdu) {
      pdus[pdu.command().map(Enum::ordinal).orElse(pdus.length - 1)].increment();
      octets.add(pdu.length());
    }

    Map<CommandId, Long> byCommand() {
      Map<CommandId, Long> counts = new EnumMap<>(CommandId.class);
      for (CommandId command : CommandId.values()) {
        long count = pdus[command.ordinal()].sum();
        if (count > 0) {
          counts.put(command, count);
        }
      }
      return counts;
    }

    long unknown() {
      return pdus[pdus.length - 1].sum();
    }
  }

  @Override
  public void read(Pdu pdu) {
    in.count(pdu);
  }

  @Override
  public void written(Pdu pdu) {
    out.count(pdu);
  }

  /** PDUs read, by command; none with a count of 0. */
  public Map<CommandId, Long> pdusIn() {
    return in.byCommand();
  }

  /** PDUs written, by command; none with a count of 0. */
  public Map<CommandId, Long> pdusOut() {
    return out.byCommand();
  }

  /** PDUs read whose command SMPP does not know. */
  public long unknownIn() {
    return in.unknown();
  }

  public long octetsIn() {
    return in.octets.sum();
  }

  public long octetsOut() {
    return out.octets.sum();
  }
}
