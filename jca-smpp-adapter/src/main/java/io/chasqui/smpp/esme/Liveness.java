package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.WireTap;
import java.util.function.LongSupplier;

/**
 * Whether a session's peer is still there, and still there for something (SMPP 3.4, 7.2). Answering
 * our enquiries is enough for a receiver, which waits by trade; a transmitter must ask something.
 */
final class Liveness implements WireTap {

  /** What is to be done about a session. */
  enum Finding {
    ALIVE,
    /** Time for an enquire_link. */
    QUIET,
    /** An enquire_link was not answered. */
    SILENT,
    /** Nothing was asked for too long. */
    INACTIVE
  }

  private final EsmeListenerSettings settings;
  private final boolean waitsByTrade;
  private final LongSupplier nanos;
  private volatile long active;
  private volatile long heard;
  private long enquired;

  Liveness(EsmeListenerSettings settings, boolean receiving, LongSupplier nanos) {
    this.settings = settings;
    this.waitsByTrade = receiving;
    this.nanos = nanos;
    this.active = nanos.getAsLong();
    this.heard = active;
    this.enquired = active;
  }

  @Override
  public void read(Pdu pdu) {
    heard = nanos.getAsLong();
    if (waitsByTrade || !pdu.is(CommandId.ENQUIRE_LINK_RESP)) {
      active = heard;
    }
  }

  @Override
  public void written(Pdu pdu) {
    // What we say proves nothing.
  }

  /** Called by one thread; {@link Finding#QUIET} is told once for each silence. */
  Finding look() {
    long now = nanos.getAsLong();
    boolean asked = enquired - heard > 0;
    if (asked && now - enquired >= settings.responseTimeout().toNanos()) {
      return Finding.SILENT;
    }
    if (now - active >= settings.inactivity().toNanos()) {
      return Finding.INACTIVE;
    }
    if (!asked && now - heard >= settings.enquireLink().toNanos()) {
      enquired = now;
      return Finding.QUIET;
    }
    return Finding.ALIVE;
  }
}
