package io.chasqui.modem.at;

import io.chasqui.domain.link.Segment;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.Radio;
import io.chasqui.domain.modem.Registration;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.tpdu.TpduException;
import java.time.Duration;
import java.util.Optional;

/** A modem that is set up and at work, until its port is lost or it falls silent. */
final class AtSession {
  private final AtChannel channel;
  private final SmsService service;
  private final Inbox inbox;
  private final SentReferences references;
  private final StatusBoard board;
  private boolean restarted;

  AtSession(
      AtChannel channel,
      SmsService service,
      Inbox inbox,
      SentReferences references,
      StatusBoard board) {
    this.channel = channel;
    this.service = service;
    this.inbox = inbox;
    this.references = references;
    this.board = board;
  }

  SendResult send(Segment segment) throws InterruptedException {
    try {
      return new Submission(channel, mr -> references.sent(mr, segment.destination()))
          .send(SegmentPdu.of(segment));
    } catch (TpduException e) {
      return new SendResult.NotSent(SendFault.MESSAGE, 0, e.getMessage());
    }
  }

  String ussd(String request, Duration patience) throws InterruptedException {
    return new UssdDialogue(channel).ask(request, patience);
  }

  /** Tells the modem to restart; then it is lost, or set up again. */
  Void restart() throws InterruptedException {
    try {
      channel.fallInStep();
      restarted = true;
      if (!channel.ask(ModemActor.RESTART).isOk()) {
        restarted = false;
        throw new ModemRefusedException("the modem refuses " + ModemActor.RESTART);
      }
    } catch (ModemSilentException e) {
      throw new ModemRefusedException(e.getMessage());
    } catch (PortLostException e) {
      if (!restarted) {
        throw new ModemRefusedException(e.getMessage());
      }
    }
    return null;
  }

  /** Brings the session in order after whatever was asked of it. */
  void settle() throws PortLostException, ModemSilentException, InterruptedException {
    if (restarted) {
      throw new PortLostException("told to restart");
    }
    channel.fallInStep();
    attend();
  }

  /** Sees to what the modem has said unasked. */
  void attend() throws PortLostException, ModemSilentException, InterruptedException {
    for (var urc = channel.unsolicited(); urc.isPresent(); urc = channel.unsolicited()) {
      attend(urc.get());
    }
  }

  private void attend(Urc urc)
      throws PortLostException, ModemSilentException, InterruptedException {
    if (urc instanceof Urc.Stored stored) {
      inbox.take(channel, stored);
    } else if (urc instanceof Urc.Direct direct) {
      inbox.take(channel, direct, service.acknowledged());
    } else if (urc instanceof Urc.StorageFull) {
      inbox.sweep(channel, service);
    } else if (urc instanceof Urc.Registered registered) {
      served(registered.registration());
    } else if (urc instanceof Urc.Restarted) {
      throw new ModemSilentException("the modem has restarted by itself");
    }
  }

  /** What is done every now and then. */
  void keepHouse() throws PortLostException, ModemSilentException, InterruptedException {
    requireSetup();
    Radio radio = Housekeeping.radio(channel);
    board.hears(radio);
    inbox.sweep(channel, service);
    board.holds(Housekeeping.storage(channel, service));
    served(radio.registration());
    attend();
  }

  /**
   * A modem that restarted unnoticed wants its PIN again, or has left PDU mode; one whose +CNMA
   * came late has switched its indications off (27.005, 3.4.4), so they are asked for again.
   */
  private void requireSetup() throws PortLostException, ModemSilentException, InterruptedException {
    Optional<AtFields> mode = channel.ask(channel.command("AT+CMGF?").wanting("+CMGF:")).fields();
    if (mode.filter(fields -> !fields.text(0).equals("0")).isPresent()) {
      throw new ModemSilentException("the modem has forgotten how it was set up");
    }
    AtAnswer pin = channel.ask(channel.command("AT+CPIN?").wanting("+CPIN:"));
    if (pin.fields().filter(fields -> !fields.text(0).equals("READY")).isPresent()) {
      throw new ModemSilentException("the SIM is locked again");
    }
    if (!service.indication().isEmpty()) {
      channel.ask(service.indication());
    }
  }

  private void served(Registration registration) {
    if (registration.isServed()) {
      board.moved(ModemState.READY, "");
    } else {
      board.moved(ModemState.UNREGISTERED, words(registration) + "; it keeps looking");
    }
  }

  private static String words(Registration registration) {
    return switch (registration) {
      case SEARCHING -> "searches a network";
      case DENIED -> "the network denies the SIM its service";
      default -> "no network serves the SIM";
    };
  }

  /** How long it may be until the next {@link #keepHouse}. */
  Duration untilHousekeeping() {
    return board.now().state() == ModemState.READY
        ? channel.timings().housekeeping()
        : channel.timings().search();
  }
}
