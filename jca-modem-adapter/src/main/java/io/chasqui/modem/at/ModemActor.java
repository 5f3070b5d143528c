package io.chasqui.modem.at;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.modem.ModemIdentity;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.ModemSurroundings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps one modem at work, on a thread of its own, until it is closed. */
final class ModemActor implements Runnable {
  private static final Logger LOG = System.getLogger(ModemActor.class.getName());

  /** 3GPP TS 27.007, 8.2: full functionality, after a restart. */
  static final String RESTART = "AT+CFUN=1,1";

  private final ModemSurroundings surroundings;
  private final Mailbox mailbox;
  private final StatusBoard board;
  private final PortFinder finder;
  private final Setup setup;
  private final AtTimings timings;
  private final IncomingReader reader;
  private final Inbox inbox;
  private final SentReferences references;
  private final Pauses absences;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Ladder ladder = Ladder.SOUND;
  private volatile boolean closing;
  private volatile AtChannel open;

  ModemActor(
      ModemSurroundings surroundings,
      Mailbox mailbox,
      StatusBoard board,
      PortFinder finder,
      SimPin pin,
      AtTimings timings) {
    this.surroundings = surroundings;
    this.mailbox = mailbox;
    this.board = board;
    this.finder = finder;
    this.setup = new Setup(pin);
    this.timings = timings;
    this.references = new SentReferences(surroundings.label(), surroundings.clock());
    this.reader = new IncomingReader(surroundings, references);
    this.inbox = new Inbox(surroundings.label(), surroundings.listener(), reader);
    this.absences = new Pauses(timings.absence(), timings.longestAbsence());
  }

  @Override
  public void run() {
    try {
      while (!closing) {
        round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closing = true;
      refuseWaiting("the modem is closed");
      ended.countDown();
    }
  }

  /** From looking for the device to losing it. */
  private void round() throws InterruptedException {
    try (AtChannel channel = finder.find()) {
      open = channel;
      serve(channel);
    } catch (PortLostException e) {
      away(e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, surroundings.label() + ": a surprise; it is set up again", e);
      away("internal error, see the log");
    } finally {
      open = null;
    }
  }

  private void serve(AtChannel channel) throws PortLostException, InterruptedException {
    try {
      work(channel, atWork(channel));
    } catch (ModemSilentException e) {
      climb(channel, e.getMessage());
    } catch (SimRefusedException e) {
      board.moved(ModemState.REFUSED, e.getMessage());
      awaitOperator(channel);
    }
  }

  private AtSession atWork(AtChannel channel)
      throws SimRefusedException, PortLostException, ModemSilentException, InterruptedException {
    board.moved(
        ladder == Ladder.SOUND ? ModemState.STARTING : ModemState.RECOVERING, channel.path());
    SmsService service = setup.run(channel);
    ModemIdentity identity = Setup.identity(channel);
    finder.require(identity.imei(), identity.imsi());
    board.is(identity);
    Setup.ownNumber(channel).map(Address::infer).ifPresent(reader::own);
    return new AtSession(channel, service, inbox, references, board);
  }

  private void work(AtChannel channel, AtSession session)
      throws PortLostException, ModemSilentException, InterruptedException {
    session.keepHouse();
    ladder = Ladder.SOUND;
    absences.startOver();
    long housekeeping = System.nanoTime() + session.untilHousekeeping().toNanos();
    while (!closing) {
      long left = housekeeping - System.nanoTime();
      Optional<Mail> mail = left <= 0 ? Optional.empty() : mailbox.next(Duration.ofNanos(left));
      if (mail.isEmpty()) {
        session.keepHouse();
        housekeeping = System.nanoTime() + session.untilHousekeeping().toNanos();
      } else if (mail.get() instanceof Mail.Asked asked) {
        asked.request().fulfil(session);
        session.settle();
      } else {
        channel.take(mail.get());
        session.attend();
      }
    }
  }

  /** One rung up, and what belongs to it. */
  private void climb(AtChannel channel, String failure) throws InterruptedException {
    ladder = ladder.next();
    switch (ladder) {
      case RESTARTED -> {
        board.moved(ModemState.RECOVERING, failure + "; restarting it with " + RESTART);
        restart(channel);
        idle(timings.restart(), board.now().detail());
      }
      case QUARANTINED -> {
        String next = "; next attempt in " + Pauses.words(timings.quarantine());
        board.moved(ModemState.QUARANTINED, failure + ", after a restart too" + next);
        channel.close();
        idle(timings.quarantine(), board.now().detail());
      }
      default -> board.moved(ModemState.RECOVERING, failure + "; opening it again");
    }
  }

  private static void restart(AtChannel channel) throws InterruptedException {
    try {
      channel.escape();
      channel.ask(RESTART);
    } catch (PortLostException | ModemSilentException asExpected) {
      // It vanishes, or says nothing as it has before; either way it is looked for afterwards.
    }
    channel.close();
  }

  private void away(String reason) throws InterruptedException {
    if (closing) {
      return;
    }
    Duration pause = absences.next();
    String detail = "%s; next look in %s".formatted(reason, Pauses.words(pause));
    board.moved(ladder == Ladder.SOUND ? ModemState.ABSENT : board.now().state(), detail);
    idle(pause, detail);
  }

  /** Waits, and refuses what is asked meanwhile. */
  private void idle(Duration pause, String reason) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); left > 0 && !closing; left = end - System.nanoTime()) {
      mailbox.next(Duration.ofNanos(left)).ifPresent(mail -> refuse(mail, reason));
    }
  }

  /** Until the device goes: then its SIM may have been changed. */
  private void awaitOperator(AtChannel channel) throws PortLostException, InterruptedException {
    String reason = board.now().detail();
    while (!closing) {
      Optional<Mail> mail = mailbox.next(timings.quarantine());
      if (mail.isPresent()) {
        refuse(mail.get(), reason);
        channel.take(mail.get());
      }
    }
  }

  private void refuseWaiting(String reason) throws RuntimeException {
    try {
      for (var mail = mailbox.next(Duration.ZERO);
          mail.isPresent();
          mail = mailbox.next(Duration.ZERO)) {
        refuse(mail.get(), reason);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(Mail mail, String reason) {
    if (mail instanceof Mail.Asked asked) {
      asked.request().refuse(reason);
    }
  }

  boolean isClosing() {
    return closing;
  }

  /** Makes it end, and waits a few seconds for that. */
  void close() {
    closing = true;
    mailbox.offer(new Mail.Closing());
    AtChannel channel = open;
    if (channel != null) {
      channel.close();
    }
    try {
      if (!ended.await(5, TimeUnit.SECONDS)) {
        LOG.log(
            Level.WARNING,
            "{0}: still at work on what it had begun; it ends after that",
            surroundings.label());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
