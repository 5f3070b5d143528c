package io.chasqui.modem.at;

import io.chasqui.modem.port.SerialLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The dialogue on one open port: one command at a time, whatever else the modem says meanwhile. */
final class AtChannel implements AutoCloseable {
  private static final int PROBES = 3;

  private final String path;
  private final SerialLine line;
  private final Mailbox mailbox;
  private final LineTrace trace;
  private final AtTimings timings;
  private final Unsolicited unsolicited = new Unsolicited();

  /** A final result may still come for a command given up. */
  private boolean outOfStep;

  private String lost = "";

  private volatile boolean closed;

  AtChannel(String path, SerialLine line, Mailbox mailbox, LineTrace trace, AtTimings timings) {
    this.path = path;
    this.line = line;
    this.mailbox = mailbox;
    this.trace = trace;
    this.timings = timings;
  }

  String path() {
    return path;
  }

  AtTimings timings() {
    return timings;
  }

  /** What reads the port, on a thread of its own. */
  Runnable reader() {
    return new LineReader(this, line, mailbox);
  }

  boolean isClosed() {
    return closed;
  }

  /** A local command without an answer but its final result. */
  AtAnswer ask(String command)
      throws PortLostException, ModemSilentException, InterruptedException {
    return ask(command(command));
  }

  /** With the usual patience. */
  AtCommand command(String text) {
    return AtCommand.of(text, timings.command());
  }

  /**
   * Says a command and waits for its final result.
   *
   * @throws ModemSilentException when none came in time
   */
  AtAnswer ask(AtCommand command)
      throws PortLostException, ModemSilentException, InterruptedException {
    say(command.text() + "\r", command.shown());
    return answer(command, token -> Optional.empty());
  }

  /**
   * The same for one that asks for a PDU, or refuses to.
   *
   * @return with {@link FinalResult#PROMPT} when it asks
   */
  AtAnswer askForPrompt(AtCommand command)
      throws PortLostException, ModemSilentException, InterruptedException {
    say(command.text() + "\r", command.shown());
    return answer(command, prompt -> Optional.of(FinalResult.PROMPT));
  }

  /** Gives the PDU that the prompt asked for; the answer is the command's. */
  AtAnswer give(String pdu, AtCommand command)
      throws PortLostException, ModemSilentException, InterruptedException {
    say(pdu + "\u001A", pdu);
    return answer(command, token -> Optional.empty());
  }

  /** Leaves a prompt that may have been missed (27.005, 4.3). */
  void escape() throws PortLostException {
    say("\u001B", "<ESC>");
    outOfStep = true;
  }

  void say(String octets, String shown) throws PortLostException {
    requireLine();
    trace.out(shown);
    try {
      line.write(octets.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      lost = e.getMessage();
      throw new PortLostException(lost);
    }
  }

  private AtAnswer answer(
      AtCommand command, Function<AtToken.Prompt, Optional<FinalResult>> onPrompt)
      throws PortLostException, ModemSilentException, InterruptedException {
    List<String> lines = new ArrayList<>();
    long end = System.nanoTime() + command.patience().toNanos();
    for (var token = hear(end); token.isPresent(); token = hear(end)) {
      Optional<FinalResult> result =
          token.get() instanceof AtToken.Prompt prompt
              ? onPrompt.apply(prompt)
              : heard(((AtToken.Line) token.get()).text(), command, lines);
      if (result.isPresent()) {
        return new AtAnswer(result.get(), lines);
      }
    }
    outOfStep = true;
    throw new ModemSilentException(
        "no answer to %s within %s".formatted(command.shown(), Pauses.words(command.patience())));
  }

  private Optional<FinalResult> heard(String said, AtCommand command, List<String> lines) {
    if (unsolicited.takes(said)) {
      return Optional.empty();
    }
    if (command.wanted().test(said)) {
      lines.add(said);
    }
    return FinalResult.of(said);
  }

  private Optional<AtToken> hear(long end) throws PortLostException, InterruptedException {
    while (true) {
      requireLine();
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      Optional<Mail> mail = mailbox.whileBusy(left);
      if (mail.isEmpty()) {
        return Optional.empty();
      }
      Optional<AtToken> token = token(mail.get());
      if (token.isPresent()) {
        return token;
      }
    }
  }

  private Optional<AtToken> token(Mail mail) {
    if (mail instanceof Mail.Heard heard && heard.channel() == this) {
      if (heard.token() instanceof AtToken.Line said) {
        trace.in(said.text());
      }
      return Optional.of(heard.token());
    }
    if (mail instanceof Mail.Lost gone && gone.channel() == this) {
      lost = gone.reason();
    }
    if (mail instanceof Mail.Closing) {
      lost = "the modem is closed";
    }
    return Optional.empty();
  }

  private void requireLine() throws PortLostException {
    if (!lost.isEmpty()) {
      throw new PortLostException(lost);
    }
  }

  /** What came in while no command was under way. */
  void take(Mail mail) throws PortLostException {
    token(mail).ifPresent(unsolicited::note);
    requireLine();
  }

  /** Listens for so long, at most until something unsolicited has come. */
  Optional<Urc> listen(Duration patience) throws PortLostException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (unsolicited.isEmpty()) {
      Optional<AtToken> token = hear(end);
      if (token.isEmpty()) {
        return Optional.empty();
      }
      unsolicited.note(token.get());
    }
    return unsolicited();
  }

  /** Listens for so long, and keeps what comes unsolicited. */
  void pause(Duration time) throws PortLostException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (var token = hear(end); token.isPresent(); token = hear(end)) {
      unsolicited.note(token.get());
    }
  }

  /** The oldest of what came unsolicited. */
  Optional<Urc> unsolicited() {
    return unsolicited.next();
  }

  /** For later. */
  void putBack(Urc urc) {
    unsolicited.putBack(urc);
  }

  /**
   * After a command given up: waits until question and answer fit together again.
   *
   * @throws ModemSilentException when the modem does not answer at all
   */
  void fallInStep() throws PortLostException, ModemSilentException, InterruptedException {
    if (!outOfStep) {
      return;
    }
    probe();
    while (hearsSomethingLate()) {
      continue;
    }
    outOfStep = false;
  }

  private boolean hearsSomethingLate() throws PortLostException, InterruptedException {
    Optional<AtToken> late = hear(System.nanoTime() + timings.quiet().toNanos());
    late.ifPresent(unsolicited::note);
    return late.isPresent();
  }

  /** Asks for a sign of life. */
  void probe() throws PortLostException, ModemSilentException, InterruptedException {
    for (int left = PROBES; left > 0; left--) {
      try {
        if (ask("AT").isOk()) {
          return;
        }
      } catch (ModemSilentException again) {
        if (left == 1) {
          throw again;
        }
      }
    }
    throw new ModemSilentException("AT is answered, but never with OK");
  }

  @Override
  public void close() {
    closed = true;
    line.close();
  }
}
