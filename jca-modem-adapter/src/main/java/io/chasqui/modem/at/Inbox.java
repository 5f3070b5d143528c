package io.chasqui.modem.at;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.modem.tpdu.TpduException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes messages and reports out of a modem: told to the listener first, deleted once it has
 * returned. What the listener does not take now stays where it is, or here when it has no other
 * place, and is told again at the next sweep.
 */
final class Inbox {
  private static final Logger LOG = System.getLogger(Inbox.class.getName());
  private static final int MOST_HELD = 1000;

  private record Told(StoredMessage message, LinkEvent event) {}

  private final String label;
  private final LinkListener listener;
  private final IncomingReader reader;

  /** What came directly and was acknowledged by the modem itself: this is its only copy. */
  private final Deque<LinkEvent> held = new ArrayDeque<>();

  /** Places whose content nobody can read, so that each is complained of once. */
  private final Set<StoredMessage> unreadable = new HashSet<>();

  Inbox(String label, LinkListener listener, IncomingReader reader) {
    this.label = label;
    this.listener = listener;
    this.reader = reader;
  }

  /** Takes one message that the modem has announced. */
  void take(AtChannel channel, Urc.Stored announced)
      throws PortLostException, ModemSilentException, InterruptedException {
    Memories.select(channel, announced.memory());
    AtAnswer answer =
        channel.ask(channel.command("AT+CMGR=" + announced.index()).wantingPdus("+CMGR:"));
    if (answer.isOk() && answer.lines().size() >= 2) {
      int length = lastNumber(answer.lines().get(0));
      take(
          channel,
          List.of(
              new StoredMessage(
                  announced.memory(), announced.index(), answer.lines().get(1), length)));
    }
  }

  /** Takes all there is: what came while nobody listened, and what could not be taken before. */
  void sweep(AtChannel channel, SmsService service)
      throws PortLostException, ModemSilentException, InterruptedException {
    tellHeld();
    for (String memory : service.memories()) {
      boolean selected = Memories.select(channel, memory).isPresent();
      if (selected || service.memories().size() == 1) {
        take(channel, all(channel, memory));
      }
    }
  }

  private static List<StoredMessage> all(AtChannel channel, String memory)
      throws PortLostException, ModemSilentException, InterruptedException {
    AtCommand list = AtCommand.of("AT+CMGL=4", channel.timings().network()).wantingPdus("+CMGL:");
    List<StoredMessage> messages = new ArrayList<>();
    Optional<AtFields> header = Optional.empty();
    int length = -1;
    for (String line : channel.ask(list).lines()) {
      if (line.startsWith("+CMGL:")) {
        header = Optional.of(AtFields.of(line));
        length = lastNumber(line);
      } else if (header.isPresent() && header.get().number(0).isPresent()) {
        messages.add(new StoredMessage(memory, header.get().number(0).getAsInt(), line, length));
        header = Optional.empty();
      }
    }
    return messages;
  }

  private static int lastNumber(String header) {
    AtFields fields = AtFields.of(header);
    return fields.number(fields.count() - 1).orElse(-1);
  }

  private void take(AtChannel channel, List<StoredMessage> messages)
      throws PortLostException, ModemSilentException, InterruptedException {
    List<Told> readable = new ArrayList<>();
    for (StoredMessage message : messages) {
      event(message).ifPresent(event -> readable.add(new Told(message, event)));
    }
    for (Told taken : told(readable)) {
      channel.ask("AT+CMGD=" + taken.message().index());
    }
  }

  private Optional<LinkEvent> event(StoredMessage message) {
    String place = message.memory() + ' ' + message.index();
    try {
      return reader.event(place, message.pdu(), message.length());
    } catch (TpduException e) {
      if (unreadable.size() == MOST_HELD) {
        unreadable.clear();
      }
      if (unreadable.add(message)) {
        LOG.log(
            Level.WARNING,
            "{0}: what lies at {1} cannot be read ({2}); it stays there",
            label,
            place,
            e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** Those the listener took: all together, or else one by one. */
  private List<Told> told(List<Told> messages) {
    if (messages.isEmpty() || tell(messages.stream().map(Told::event).toList())) {
      return messages;
    }
    return messages.size() == 1
        ? List.of()
        : messages.stream().filter(each -> tell(List.of(each.event()))).toList();
  }

  private boolean tell(List<LinkEvent> events) {
    try {
      listener.onEvents(events);
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} incoming could not be stored and are told again later: {2}",
          label,
          events.size(),
          e);
      return false;
    }
  }

  /**
   * Takes what the modem handed over directly. Where it wants to be told so, that is done once it
   * is stored: else the network sends it again.
   */
  void take(AtChannel channel, Urc.Direct direct, boolean acknowledged)
      throws PortLostException, ModemSilentException, InterruptedException {
    Optional<LinkEvent> event = event(new StoredMessage("", 0, direct.pdu(), direct.length()));
    boolean stored = event.isEmpty() || tell(List.of(event.get()));
    if (acknowledged && stored) {
      channel.ask("AT+CNMA");
    } else if (!stored && !acknowledged) {
      hold(event.get());
    }
  }

  private void hold(LinkEvent event) {
    if (held.size() == MOST_HELD) {
      LOG.log(
          Level.ERROR,
          "{0}: {1} incoming wait to be stored and one more came directly: it is lost; let the modem"
              + " store what it receives (AT+CNMI)",
          label,
          MOST_HELD);
      return;
    }
    held.add(event);
  }

  /** As far as the listener takes them. */
  private void tellHeld() {
    while (!held.isEmpty() && tell(List.of(held.peek()))) {
      held.remove();
    }
  }
}
