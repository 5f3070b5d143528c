package io.chasqui.modem.hilink;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.Segment;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.device.SendResult.InDoubt;
import io.chasqui.modem.device.SendResult.NotSent;
import io.chasqui.modem.device.SendResult.Sent;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sends texts by a stick. That it takes one means only that it is queued; what became of it is
 * asked for until it is known.
 */
record Outbox(HilinkSession session, HilinkTimers timers, Clock clock, Pause pause) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int UCS2 = 0;
  private static final int GSM7 = 1;

  /**
   * @param parts of one message; what is sent is their text
   * @param reference of the message, should it be sent
   */
  SendResult send(List<Segment> parts, HilinkHabits habits, String reference) {
    DataCodingScheme coding = parts.get(0).coding();
    ReceivedText text = text(coding, parts);
    if (text.binary()) {
      return new NotSent(SendFault.MESSAGE, 0, "a HiLink stick sends no binary messages");
    }
    String number = parts.get(0).destination().display();
    Optional<SendResult> refused =
        queue(habits.encode(request(number, text.text(), coding.equals(DataCodingScheme.DEFAULT))));
    return refused.isPresent() ? refused.get() : settled(number, reference);
  }

  private static ReceivedText text(DataCodingScheme coding, List<Segment> parts) {
    List<UserData> data =
        parts.stream().map(part -> new UserData(part.userData(), part.udhi())).toList();
    return ReceivedText.of(coding, SmscAlphabet.GSM7, data);
  }

  /** Some firmware takes the elements in this order alone. */
  private String request(String number, String text, boolean septets) {
    String date = DATE.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
    return Xml.request(
        Xml.element("Index", -1),
        "<Phones>" + Xml.element("Phone", number) + "</Phones>",
        Xml.element("Sca", ""),
        Xml.element("Content", text),
        Xml.element("Length", text.length()),
        Xml.element("Reserved", septets ? GSM7 : UCS2),
        Xml.element("Date", date));
  }

  /** Empty when the stick took it. */
  private Optional<SendResult> queue(byte[] request) {
    try {
      session.post("/api/sms/send-sms", request);
      return Optional.empty();
    } catch (HilinkException e) {
      return Optional.of(new NotSent(HilinkError.fault(e.code()), e.code(), e.getMessage()));
    } catch (UnsentException e) {
      return Optional.of(new NotSent(SendFault.MODEM, 0, "the stick is not reached"));
    } catch (IOException e) {
      return Optional.of(new InDoubt("the stick's answer was lost: " + e.getMessage()));
    }
  }

  private SendResult settled(String number, String reference) {
    long end = System.nanoTime() + timers.sendLimit().toNanos();
    // At first it may still tell of the message before.
    while (waitOn() && System.nanoTime() < end) {
      Optional<SendResult> known = look(number, reference);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return new InDoubt("the stick does not say what became of it");
  }

  private boolean waitOn() {
    try {
      return pause.throughout(timers.sendPoll());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Empty while it is being sent, or the stick does not answer. */
  private Optional<SendResult> look(String number, String reference) {
    try {
      Xml status = session.get("/api/sms/send-status");
      if (!status.text("Phone").isEmpty()) {
        return Optional.empty();
      }
      if (names(status.text("SucPhone"), number)) {
        return Optional.of(new Sent(reference));
      }
      return names(status.text("FailPhone"), number)
          ? Optional.of(new NotSent(SendFault.NETWORK, 0, "the network refused it"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean names(String list, String number) {
    return Arrays.stream(list.split(",")).map(String::strip).anyMatch(number::equals);
  }
}
