package io.chasqui.modem.at;

import java.util.List;
import java.util.Optional;

/**
 * Gives a SIM its PIN, never twice: a third wrong one locks it (3GPP TS 31.101, 9.5). Lives as long
 * as the modem's settings do, whatever restarts.
 */
final class SimPin {
  private enum Trial {
    NONE,
    /** Given, and the SIM has not said that it is content. */
    OPEN,
    PROVEN
  }

  private static final int SIM_FAILURE = 13, SIM_BUSY = 14, SIM_WRONG = 15, NOT_INSERTED = 10;
  private static final String WANTED = "SIM PIN";
  private static final String READY = "READY";
  private static final String NONE = "";
  private static final String BUSY = "BUSY";

  private final Optional<String> pin;
  private Trial trial = Trial.NONE;

  SimPin(Optional<String> pin) {
    this.pin = pin;
  }

  /**
   * Waits until the SIM is ready.
   *
   * @throws SimRefusedException when it wants what we do not have, or have tried
   */
  void unlock(AtChannel channel)
      throws SimRefusedException, PortLostException, ModemSilentException, InterruptedException {
    String state = awaited(channel, BUSY);
    if (state.equals(WANTED)) {
      enter(channel);
      state = awaited(channel, WANTED);
    }
    if (state.equals(NONE)) {
      throw new SimRefusedException("there is no SIM in the modem");
    }
    if (!state.equals(READY)) {
      throw new SimRefusedException("the SIM asks for %s".formatted(state));
    }
    trial = trial == Trial.OPEN ? Trial.PROVEN : trial;
  }

  private void enter(AtChannel channel)
      throws SimRefusedException, PortLostException, ModemSilentException, InterruptedException {
    String digits =
        pin.orElseThrow(() -> new SimRefusedException("the SIM asks for its PIN and none is set"));
    if (trial == Trial.OPEN) {
      throw new SimRefusedException("the SIM did not take the PIN that is set; not tried again");
    }
    if (attemptsLeft(channel) == 1) {
      throw new SimRefusedException(
          "the SIM bears one wrong PIN only: enter it by hand, or check it");
    }
    trial = Trial.OPEN;
    AtAnswer answer =
        channel.ask(
            AtCommand.secret(
                "AT+CPIN=\"" + digits + "\"", "AT+CPIN=****", channel.timings().sim()));
    if (!answer.isOk()) {
      throw new SimRefusedException("the SIM did not take the PIN that is set; not tried again");
    }
  }

  /** -1 when the modem cannot tell (27.007, 8.65). */
  private static int attemptsLeft(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    return channel
        .ask(channel.command("AT+CPINR=\"SIM PIN\"").wanting("+CPINR:"))
        .fields()
        .map(fields -> fields.number(1).orElse(-1))
        .orElse(-1);
  }

  /**
   * What the SIM says once it is not busy; just after power-up some modems say that there is none.
   *
   * @param passing waited for the end of as well
   */
  private static String awaited(AtChannel channel, String passing)
      throws PortLostException, ModemSilentException, InterruptedException {
    long end = System.nanoTime() + channel.timings().sim().toNanos();
    String state = state(channel);
    while (List.of(BUSY, NONE, passing).contains(state) && System.nanoTime() < end) {
      channel.pause(channel.timings().quiet());
      state = state(channel);
    }
    if (state.equals(BUSY)) {
      throw new ModemSilentException("the SIM stays busy");
    }
    return state;
  }

  private static String state(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    AtAnswer answer = channel.ask(channel.command("AT+CPIN?").wanting("+CPIN:"));
    if (answer.isOk()) {
      return answer.fields().map(fields -> fields.text(0)).orElse(READY);
    }
    return switch (answer.result().code()) {
      case NOT_INSERTED -> NONE;
      case SIM_FAILURE, SIM_WRONG -> throw new ModemSilentException("the SIM does not work");
      case SIM_BUSY -> BUSY;
      // A modem without the command has no PIN to ask for.
      default -> answer.result().kind() == FinalResult.Kind.ERROR ? READY : BUSY;
    };
  }
}
