package io.chasqui.modem.at;

import io.chasqui.domain.modem.Radio;
import io.chasqui.domain.modem.Registration;
import io.chasqui.domain.modem.SmsStorage;
import java.util.OptionalInt;

/** Looks at what a modem does not tell unasked: registration, signal, operator, storage. */
final class Housekeeping {
  /** 27.007, 8.5: 31 stands for -51 dBm or more, 99 for nobody knows. */
  private static final int STRONGEST = 31;

  private static final String[] TECHNOLOGIES = {
    "GSM", "GSM", "UMTS", "EDGE", "HSDPA", "HSUPA", "HSPA", "LTE"
  };

  private Housekeeping() {}

  static Radio radio(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    OptionalInt rssi = rssi(channel);
    Registration registration = registration(channel);
    AtFields operator =
        channel
            .ask(channel.command("AT+COPS?").wanting("+COPS:"))
            .fields()
            .orElse(AtFields.of(":"));
    boolean named = !operator.text(1).equals("2");
    return new Radio(
        dbm(rssi),
        bars(rssi),
        registration,
        named ? operator.text(2) : "",
        named ? "" : operator.text(2),
        technology(operator.number(3)));
  }

  /** By circuit-switched service; where there is none any more, by LTE's. */
  static Registration registration(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    Registration circuits = registration(channel, "CREG");
    return circuits.isServed() ? circuits : served(registration(channel, "CEREG"), circuits);
  }

  private static Registration served(Registration packets, Registration circuits) {
    return packets.isServed() ? packets : circuits;
  }

  private static Registration registration(AtChannel channel, String kind)
      throws PortLostException, ModemSilentException, InterruptedException {
    return channel
        .ask(channel.command("AT+" + kind + "?").wanting("+" + kind + ":"))
        .fields()
        .map(fields -> UrcReader.registration(fields.text(1)))
        .orElse(Registration.UNKNOWN);
  }

  private static OptionalInt rssi(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    OptionalInt rssi =
        channel
            .ask(channel.command("AT+CSQ").wanting("+CSQ:"))
            .fields()
            .map(fields -> fields.number(0))
            .orElse(OptionalInt.empty());
    return rssi.isPresent() && rssi.getAsInt() <= STRONGEST ? rssi : OptionalInt.empty();
  }

  private static OptionalInt dbm(OptionalInt rssi) {
    return rssi.isEmpty() ? rssi : OptionalInt.of(2 * rssi.getAsInt() - 113);
  }

  private static OptionalInt bars(OptionalInt rssi) {
    return rssi.isEmpty() ? rssi : OptionalInt.of((rssi.getAsInt() + 5) / 7);
  }

  private static String technology(OptionalInt act) {
    return act.isPresent() && act.getAsInt() < TECHNOLOGIES.length
        ? TECHNOLOGIES[act.getAsInt()]
        : "";
  }

  /** What its memories hold together, those for reports left out. */
  static SmsStorage storage(AtChannel channel, SmsService service)
      throws PortLostException, ModemSilentException, InterruptedException {
    int used = 0;
    int total = 0;
    for (String memory : service.memories()) {
      if (!memory.equals(Setup.REPORTS)) {
        AtFields fields = Memories.select(channel, memory).orElse(AtFields.of(":"));
        used += fields.number(0).orElse(0);
        total += fields.number(1).orElse(0);
      }
    }
    return new SmsStorage(used, total);
  }
}
