package io.chasqui.modem.at;

import io.chasqui.domain.modem.ModemIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a modem up, each time from the start: after a restart it has forgotten everything. What it
 * does not know is left out; without a SIM and PDU mode it is of no use.
 */
final class Setup {
  /** Best first: stored with an indication, reports likewise; then ever less (27.005, 3.4.1). */
  private static final List<String> INDICATIONS =
      List.of("2,1,0,2,0", "2,1,0,1,0", "1,1,0,2,0", "1,1,0,1,0", "2,2,0,1,0", "1,2,0,1,0", "1,1");

  private static final List<String> MESSAGE_MEMORIES = List.of("SM", "ME");

  /** Where status reports lie. */
  static final String REPORTS = "SR";

  private static final Pattern GROUP = Pattern.compile("\\(([^)]*)\\)");

  private final SimPin pin;

  Setup(SimPin pin) {
    this.pin = pin;
  }

  SmsService run(AtChannel channel)
      throws SimRefusedException, PortLostException, ModemSilentException, InterruptedException {
    channel.probe();
    channel.ask("ATE0");
    channel.ask("AT+CMEE=1");
    channel.ask(channel.command("AT+CFUN=1").wanting("+CFUN:"));
    pin.unlock(channel);
    channel.ask("AT+CREG=1");
    if (!channel.ask("AT+CMGF=0").isOk()) {
      throw new ModemSilentException("PDU mode (AT+CMGF=0) is refused");
    }
    List<String> memories = memories(channel);
    return new SmsService(memories, isAcknowledged(channel), indication(channel, memories));
  }

  private static List<String> memories(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    String offered =
        readable(channel.ask(channel.command("AT+CPMS=?").wanting("+CPMS:")).line().orElse(""));
    List<String> memories =
        new ArrayList<>(MESSAGE_MEMORIES.stream().filter(each -> isAmong(offered, each)).toList());
    if (memories.isEmpty()) {
      memories.add(current(channel));
    }
    String first = memories.get(0);
    channel.ask(channel.command("AT+CPMS=\"%s\",\"%s\",\"%s\"".formatted(first, first, first)));
    if (isAmong(offered, REPORTS)) {
      memories.add(REPORTS);
    }
    return memories;
  }

  private static boolean isAmong(String offered, String memory) {
    return offered.contains('"' + memory + '"');
  }

  /** The one in use, of a modem that does not tell which it has. */
  private static String current(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    return channel
        .ask(channel.command("AT+CPMS?").wanting("+CPMS:"))
        .fields()
        .map(fields -> fields.text(0))
        .filter(memory -> memory.matches("[A-Z]+"))
        .orElse(MESSAGE_MEMORIES.get(0));
  }

  /** The first group: what can be read and deleted. */
  private static String readable(String offered) {
    Matcher group = GROUP.matcher(offered);
    return group.find() ? group.group(1) : "";
  }

  private static boolean isAcknowledged(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    return channel
        .ask(channel.command("AT+CSMS?").wanting("+CSMS:"))
        .fields()
        .map(fields -> fields.number(0).orElse(0) >= 1)
        .orElse(false);
  }

  private static String indication(AtChannel channel, List<String> memories)
      throws PortLostException, ModemSilentException, InterruptedException {
    for (String wish : INDICATIONS) {
      boolean storesReports = wish.endsWith(",2,0");
      String command = "AT+CNMI=" + wish;
      if ((!storesReports || memories.contains(REPORTS)) && channel.ask(command).isOk()) {
        return command;
      }
    }
    return "";
  }

  /** Who modem and SIM say they are; what they do not say is empty. */
  static ModemIdentity identity(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    String maker = line(channel, "AT+CGMI");
    String model = line(channel, "AT+CGMM");
    return new ModemIdentity(
        imei(channel), imsi(channel), (maker + " " + model).trim(), line(channel, "AT+CGMR"));
  }

  static String imei(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    return digits(
        channel.ask(channel.command("AT+CGSN").wantingLine("(\\+CGSN: ?)?\"?\\d{14,17}\"?")));
  }

  static String imsi(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    return digits(
        channel.ask(channel.command("AT+CIMI").wantingLine("(\\+CIMI: ?)?\"?\\d{6,15}\"?")));
  }

  private static String digits(AtAnswer answer) {
    return answer.line().map(line -> line.replaceAll("[^0-9]", "")).orElse("");
  }

  /** The SIM's own number, where it was written there (27.007, 7.1). */
  static Optional<String> ownNumber(AtChannel channel)
      throws PortLostException, ModemSilentException, InterruptedException {
    return channel
        .ask(channel.command("AT+CNUM").wanting("+CNUM:"))
        .fields()
        .map(fields -> fields.text(1))
        .filter(number -> number.matches("\\+?[0-9]{3,15}"));
  }

  private static String line(AtChannel channel, String command)
      throws PortLostException, ModemSilentException, InterruptedException {
    return channel
        .ask(channel.command(command).wantingLine("(?!AT|OK$|ERROR$|\\^).*"))
        .line()
        .map(line -> line.replaceFirst("^\\+CGM[IMR]: ?", "").replace("\"", ""))
        .orElse("");
  }
}
