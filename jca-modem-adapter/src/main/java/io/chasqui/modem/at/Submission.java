package io.chasqui.modem.at;

import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.tpdu.Pdu;
import io.chasqui.modem.tpdu.TpduException;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Gives one PDU to the modem (3GPP TS 27.005, 4.3), and is exact about the moment from which on it
 * may have been sent: the Ctrl-Z behind it.
 */
final class Submission {
  private static final int PROMPT_ATTEMPTS = 2;

  private final AtChannel channel;

  /** Makes a reference of TP-MR; of none when the modem did not tell it. */
  private final Function<OptionalInt, String> references;

  Submission(AtChannel channel, Function<OptionalInt, String> references) {
    this.channel = channel;
    this.references = references;
  }

  SendResult send(Pdu pdu) throws TpduException, InterruptedException {
    String hex = pdu.hex();
    AtCommand command =
        AtCommand.of("AT+CMGS=" + pdu.length(), channel.timings().prompt()).wanting("+CMGS:");
    AtAnswer asked;
    try {
      channel.fallInStep();
      asked = prompt(command);
    } catch (PortLostException | ModemSilentException e) {
      return new SendResult.NotSent(SendFault.MODEM, 0, e.getMessage());
    }
    return asked.result() == FinalResult.PROMPT ? given(hex, command) : refused(asked);
  }

  /** A modem that does not ask for the PDU has not understood: out of its prompt, and once more. */
  private AtAnswer prompt(AtCommand command)
      throws PortLostException, ModemSilentException, InterruptedException {
    for (int left = PROMPT_ATTEMPTS; ; left--) {
      try {
        return channel.askForPrompt(command);
      } catch (ModemSilentException none) {
        channel.escape();
        if (left == 1) {
          throw none;
        }
        channel.fallInStep();
      }
    }
  }

  private static SendResult refused(AtAnswer asked) {
    return asked.isOk()
        ? new SendResult.NotSent(SendFault.MODEM, 0, "the modem took AT+CMGS for something else")
        : SendFaults.of(asked.result());
  }

  private SendResult given(String hex, AtCommand command) {
    try {
      AtAnswer answer =
          channel.give(
              hex,
              new AtCommand(
                  command.text(), command.shown(), channel.timings().network(), command.wanted()));
      return answer.isOk() ? sent(answer) : SendFaults.of(answer.result());
    } catch (PortLostException | ModemSilentException e) {
      return new SendResult.InDoubt("given to the modem, then: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendResult.InDoubt("given to the modem, then the gateway stopped");
    }
  }

  private SendResult sent(AtAnswer answer) {
    OptionalInt reference =
        answer.fields().map(fields -> fields.number(0)).orElse(OptionalInt.empty());
    return new SendResult.Sent(references.apply(reference));
  }
}
