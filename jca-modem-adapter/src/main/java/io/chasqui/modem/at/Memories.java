package io.chasqui.modem.at;

import java.util.Optional;

/** The memories of modem and SIM (3GPP TS 27.005, 3.2.2). */
final class Memories {
  private Memories() {}

  /**
   * Reads and deletes go there from now on.
   *
   * @return places used and places in all, or nothing when the modem does not have it
   */
  static Optional<AtFields> select(AtChannel channel, String memory)
      throws PortLostException, ModemSilentException, InterruptedException {
    AtAnswer answer = channel.ask(channel.command("AT+CPMS=\"" + memory + '"').wanting("+CPMS:"));
    return answer.isOk() ? Optional.of(answer.fields().orElse(AtFields.of(":"))) : Optional.empty();
  }
}
