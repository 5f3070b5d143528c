package io.chasqui.modem.at;

import io.chasqui.domain.modem.ModemIdentity;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.domain.modem.Radio;
import io.chasqui.domain.modem.SmsStorage;
import io.chasqui.modem.device.ModemSurroundings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;

/** How the modem is, for all threads to see; changed by its actor, told to its observer. */
final class StatusBoard {
  private static final Logger LOG = System.getLogger(StatusBoard.class.getName());

  private final ModemSurroundings surroundings;
  private volatile ModemStatus status;

  StatusBoard(ModemSurroundings surroundings) {
    this.surroundings = surroundings;
    this.status = ModemStatus.starting(surroundings.clock().instant());
  }

  ModemStatus now() {
    return status;
  }

  /**
   * @param detail in the operator's words; what happens next included
   */
  void moved(ModemState state, String detail) {
    ModemStatus before = status;
    change(now -> now.moved(state, detail, surroundings.clock().instant()));
    boolean climbed = state == ModemState.RECOVERING && !before.detail().equals(detail);
    if (before.state() != state || climbed) {
      LOG.log(level(state), "{0}: {1}{2}", surroundings.label(), words(state), behind(detail));
    }
  }

  private static Level level(ModemState state) {
    return switch (state) {
      case STARTING, READY, CLOSED -> Level.INFO;
      case ABSENT, UNREGISTERED, RECOVERING -> Level.WARNING;
      case QUARANTINED, REFUSED -> Level.ERROR;
    };
  }

  private static String words(ModemState state) {
    return switch (state) {
      case STARTING -> "is being set up";
      case READY -> "is ready";
      case CLOSED -> "is closed";
      case ABSENT -> "is not there";
      case UNREGISTERED -> "is not served by a network";
      case RECOVERING -> "does not work";
      case QUARANTINED -> "is given up for now";
      case REFUSED -> "needs its operator";
    };
  }

  private static String behind(String detail) {
    return detail.isEmpty() ? "" : ": " + detail;
  }

  void is(ModemIdentity identity) {
    change(now -> now.with(identity));
  }

  void hears(Radio radio) {
    change(now -> now.with(radio));
  }

  void holds(SmsStorage storage) {
    change(now -> now.with(storage));
  }

  /** Nothing more is told. */
  synchronized void close() {
    status = status.moved(ModemState.CLOSED, "", surroundings.clock().instant());
  }

  private synchronized void change(UnaryOperator<ModemStatus> move) {
    ModemStatus changed = move.apply(status);
    if (changed.equals(status) || status.state() == ModemState.CLOSED) {
      return;
    }
    status = changed;
    try {
      surroundings.observer().changed(changed);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, surroundings.label() + ": a change could not be told, it goes on", e);
    }
  }
}
