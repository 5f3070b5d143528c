package io.chasqui.modem.at;

import io.chasqui.domain.modem.ModemRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question to the network and its answer, which comes after the OK (3GPP TS 27.007, 7.15). */
final class UssdDialogue {
  /** The GSM alphabet, language unspecified (23.038, 5). */
  private static final int DCS = 15;

  private static final int OPEN = 1;
  private static final int LONGEST = 160;

  private final AtChannel channel;

  UssdDialogue(AtChannel channel) {
    this.channel = channel;
  }

  String ask(String request, Duration patience) throws InterruptedException {
    if (request.isEmpty()
        || request.length() > LONGEST
        || !request.matches("[\\x20-\\x7E&&[^\"]]+")) {
      throw new ModemRefusedException("a USSD request has 1-160 characters such as *100#");
    }
    try {
      channel.fallInStep();
      return answered(request, patience);
    } catch (PortLostException | ModemSilentException e) {
      throw new ModemRefusedException(e.getMessage());
    }
  }

  /** A modem that refuses the text as it is gets it packed. */
  private String answered(String request, Duration patience)
      throws PortLostException, ModemSilentException, InterruptedException {
    FinalResult refusal = null;
    for (UssdText form : UssdText.values()) {
      Optional<String> written = form.write(request);
      if (written.isPresent()) {
        AtAnswer answer = channel.ask("AT+CUSD=1,\"%s\",%d".formatted(written.get(), DCS));
        if (answer.isOk()) {
          return awaited(form, patience);
        }
        refusal = answer.result();
      }
    }
    throw new ModemRefusedException("the modem refused the request: " + refusal.words());
  }

  private String awaited(UssdText form, Duration patience)
      throws PortLostException, ModemSilentException, InterruptedException {
    List<Urc> others = new ArrayList<>();
    try {
      long end = System.nanoTime() + patience.toNanos();
      for (var urc = next(end); urc.isPresent(); urc = next(end)) {
        if (urc.get() instanceof Urc.Ussd answer) {
          return ended(form, answer);
        }
        others.add(urc.get());
      }
    } finally {
      others.forEach(channel::putBack);
    }
    channel.ask("AT+CUSD=2");
    throw new ModemRefusedException("no answer within " + Pauses.words(patience));
  }

  private Optional<Urc> next(long end) throws PortLostException, InterruptedException {
    return channel.listen(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  private String ended(UssdText form, Urc.Ussd answer)
      throws PortLostException, ModemSilentException, InterruptedException {
    if (answer.mode() == OPEN) {
      channel.ask("AT+CUSD=2");
    }
    if (answer.text().isEmpty()) {
      throw new ModemRefusedException("the network refused the request (" + answer.mode() + ")");
    }
    return form.read(answer.text(), answer.dcs());
  }
}
