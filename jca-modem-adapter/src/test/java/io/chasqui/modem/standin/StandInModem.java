package io.chasqui.modem.standin;

import io.chasqui.modem.tpdu.Pdu;
import io.chasqui.modem.tpdu.SmsStatusReport;
import io.chasqui.modem.tpdu.SmsSubmit;
import io.chasqui.modem.tpdu.TpStatus;
import io.chasqui.modem.tpdu.Tpdu;
import io.chasqui.modem.tpdu.TpduException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A GSM modem on a pseudo-terminal, reached by a link that stays when the terminal is another one,
 * as those under {@code /dev/serial/by-id} do.
 */
public final class StandInModem implements AutoCloseable {
  private static final char CTRL_Z = 0x1A;
  private static final char ESC = 0x1B;

  private final Path link;
  private final StandInSim sim = new StandInSim();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final Set<String> unknown = new HashSet<>();
  private final Deque<String> refusals = new ArrayDeque<>();
  private final List<SmsSubmit> sent = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final StringBuilder typed = new StringBuilder();

  private PseudoTerminal terminal;
  private String imei = "490154203237518";
  private String imsi = "724101234567890";
  private String simAnswer = "";
  private boolean echo;
  private boolean promptOpen;
  private String memory = "SM";
  private String indications = "0,0,0,0,0";
  private int csms;
  private boolean acknowledgementDue;
  private int reference;
  private int registration = 1;
  private int pduMode;
  private String ussdAnswer = "Saldo: R$ 12,34";
  private int ussdMode;

  /**
   * @param link made anew each time the modem is plugged in
   */
  public StandInModem(Path link) {
    this.link = link;
    plugIn();
  }

  // --- what a test does to it ---

  public synchronized void plugIn() {
    try {
      terminal = new PseudoTerminal();
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(terminal.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forget();
    PseudoTerminal mine = terminal;
    Thread reader = new Thread(() -> run(mine), "stand-in " + link.getFileName());
    reader.setDaemon(true);
    reader.start();
  }

  public synchronized void unplug() {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.close();
  }

  /** All that AT commands had set is as after power-up. */
  private void forget() {
    echo = true;
    promptOpen = false;
    typed.setLength(0);
    indications = "0,0,0,0,0";
    acknowledgementDue = false;
    pduMode = 1;
    memory = "SM";
    sim.lockAgain();
  }

  public synchronized void begin(Fault fault) {
    faults.add(fault);
  }

  public synchronized void end(Fault fault) {
    faults.remove(fault);
  }

  /** Commands that begin so are answered with ERROR. */
  public synchronized void doesNotKnow(String command) {
    unknown.add(command);
  }

  /** The next submits are answered so, one each. */
  public synchronized void refusesNext(String finalResult) {
    refusals.add(finalResult);
  }

  public synchronized void lockedBy(String pin) {
    sim.lock(pin);
  }

  public synchronized void identity(String newImei, String newImsi) {
    imei = newImei;
    imsi = newImsi;
  }

  /** AT+CPIN? is answered so; empty: as the SIM is. */
  public synchronized void saysOfItsSim(String answer) {
    simAnswer = answer;
  }

  /** Phase 2+ service: what is handed over directly wants +CNMA (27.005, 3.2.1). */
  public synchronized void wantsAcknowledgements() {
    csms = 1;
  }

  public synchronized void registration(int stat) {
    registration = stat;
    say("+CREG: " + stat);
  }

  public synchronized void answersUssd(int mode, String text) {
    ussdMode = mode;
    ussdAnswer = text;
  }

  /** Says something unasked. */
  public synchronized void say(String line) {
    write("\r\n" + line + "\r\n");
  }

  public synchronized void garbage() {
    terminal.write(new byte[] {0, (byte) 0xFF, (byte) 0x80, 'x', 7, 0, '\r', (byte) 0xFE});
  }

  /** As after an acknowledgement that came late (27.005, 3.4.4). */
  public synchronized void forgetsIndications() {
    indications = "0,0,0,0,0";
  }

  /** Restarts unnoticed: the port stays. */
  public synchronized void restartsSilently() {
    forget();
  }

  /**
   * The network delivers.
   *
   * @return whether there was a place for it
   */
  public synchronized boolean receive(Tpdu deliver) {
    boolean direct = indications.split(",")[1].equals("2");
    if (direct) {
      acknowledgementDue = csms == 1;
      say("+CMT: ,%d\r\n%s".formatted(length(deliver), hex(deliver)));
      return true;
    }
    Optional<Integer> place = sim.store("SM", hex(deliver));
    boolean told = indications.split(",")[1].equals("1") && !faults.contains(Fault.NO_INDICATIONS);
    if (place.isEmpty()) {
      say("^SMMEMFULL: \"SM\"");
    } else if (told) {
      say("+CMTI: \"SM\"," + place.get());
    }
    return place.isPresent();
  }

  // --- what a test sees of it ---

  public synchronized List<SmsSubmit> sent() {
    return List.copyOf(sent);
  }

  public synchronized List<String> commands() {
    return List.copyOf(commands);
  }

  public synchronized List<String> pinsTried() {
    return sim.pinsTried();
  }

  public synchronized int stored(String where) {
    return sim.memory(where).size();
  }

  public synchronized void put(String where, String pdu) {
    sim.store(where, pdu);
  }

  public synchronized boolean isAcknowledgementDue() {
    return acknowledgementDue;
  }

  public synchronized String indications() {
    return indications;
  }

  public Path path() {
    return link;
  }

  // --- the modem itself ---

  private void run(PseudoTerminal mine) {
    byte[] octets = new byte[512];
    for (int count = mine.read(octets); count >= 0; count = mine.read(octets)) {
      type(new String(octets, 0, count, StandardCharsets.ISO_8859_1));
    }
  }

  private synchronized void type(String text) {
    for (char c : text.toCharArray()) {
      if (promptOpen && (c == CTRL_Z || c == ESC)) {
        pdu(c);
      } else if (c == '\r' && !promptOpen) {
        command();
      } else if (c == ESC) {
        typed.setLength(0);
      } else if (c >= ' ') {
        typed.append(c);
      }
    }
  }

  private void command() {
    String command = typed.toString();
    typed.setLength(0);
    commands.add(command);
    boolean hung = faults.contains(Fault.HANGS) || faults.contains(Fault.IS_DEAD);
    if (command.equals("AT+CFUN=1,1") && !faults.contains(Fault.IS_DEAD)) {
      restart();
    } else if (!hung) {
      if (echo) {
        write(command + "\r");
      }
      chatter();
      answer(command);
      chatter();
    }
  }

  private void chatter() {
    if (faults.contains(Fault.CHATTERS)) {
      say("^RSSI: 17");
      say("+CREG: " + registration);
    }
  }

  private void restart() {
    faults.remove(Fault.HANGS);
    say("OK");
    unplug();
    plugIn();
  }

  private void answer(String command) {
    if (unknown.stream().anyMatch(command::startsWith)) {
      say("ERROR");
    } else if (command.startsWith("AT+CMGS=")) {
      askForPdu();
    } else {
      local(command);
    }
  }

  private void local(String command) {
    int mark = command.contains("=") ? command.indexOf('=') : command.indexOf('?');
    String name = mark < 0 ? command : command.substring(0, mark + 1);
    String value = mark < 0 ? "" : command.substring(mark + 1);
    switch (name) {
      case "ATE0" -> ok(() -> echo = faults.contains(Fault.KEEPS_ECHO));
      case "AT", "AT+CMEE=", "AT+CFUN=", "AT+CREG=" -> say("OK");
      case "AT+CMGF=" -> ok(() -> pduMode = Integer.parseInt(value));
      case "AT+CMGF?" -> info("+CMGF: " + pduMode);
      case "AT+CPIN?" -> simState();
      case "AT+CPIN=" -> say(sim.unlock(value.replace("\"", "")) ? "OK" : error("E", 16));
      case "AT+CGSN" -> info(imei);
      case "AT+CIMI" -> info(imsi);
      case "AT+CGMI" -> info("Stand-in");
      case "AT+CGMM" -> info("S1");
      case "AT+CGMR" -> info("1.0");
      case "AT+CNUM" -> info("+CNUM: \"\",\"+5511977770000\",145");
      case "AT+CREG?" -> info("+CREG: 1," + registration);
      case "AT+CSQ" -> info("+CSQ: 17,99");
      case "AT+COPS?" -> info("+COPS: 0,0,\"Chasqui Movel\",7");
      case "AT+CSMS?" -> info("+CSMS: " + csms + ",1,1,1");
      case "AT+CNMI=" -> ok(() -> indications = value);
      case "AT+CNMA" -> ok(() -> acknowledgementDue = false);
      case "AT+CUSD=" -> ussd(value);
      case "AT+CPMS=" -> memories(value);
      case "AT+CMGL=" -> list();
      case "AT+CMGR=" -> read(Integer.parseInt(value));
      case "AT+CMGD=" -> delete(Integer.parseInt(value));
      default -> say("ERROR");
    }
  }

  private void simState() {
    if (simAnswer.contains("ERROR")) {
      say(simAnswer);
    } else if (simAnswer.isEmpty()) {
      info(sim.isUnlocked() ? "+CPIN: READY" : "+CPIN: SIM PIN");
    } else {
      info(simAnswer);
    }
  }

  private void ok(Runnable effect) {
    effect.run();
    say("OK");
  }

  private void info(String line) {
    say(line);
    chatter();
    say("OK");
  }

  private String error(String kind, int code) {
    return "+CM%s ERROR: %s"
        .formatted(kind, faults.contains(Fault.VERBOSE) ? "incorrect password" : code);
  }

  private void memories(String value) {
    if (value.equals("?")) {
      info("+CPMS: (\"SM\",\"SR\"),(\"SM\"),(\"SM\")");
      return;
    }
    memory = value.split(",")[0].replace("\"", "");
    int used = sim.memory(memory).size();
    info("+CPMS: %d,%d,%d,%d,%d,%d".formatted(used, StandInSim.PLACES, used, 10, used, 10));
  }

  private void list() {
    for (Map.Entry<Integer, String> place : sim.memory(memory).entrySet()) {
      say("+CMGL: %d,1,,%d".formatted(place.getKey(), place.getValue().length() / 2 - 1));
      chatter();
      say(place.getValue());
    }
    say("OK");
  }

  private void read(int index) {
    String pdu = sim.memory(memory).get(index);
    if (pdu == null) {
      say(error("S", 321));
      return;
    }
    say("+CMGR: 0,,%d\r\n%s".formatted(pdu.length() / 2 - 1, pdu));
    say("OK");
  }

  private void delete(int index) {
    if (!faults.contains(Fault.KEEPS_MESSAGES)) {
      sim.memory(memory).remove(index);
    }
    say("OK");
  }

  private void ussd(String value) {
    if (value.startsWith("2")) {
      say("OK");
      return;
    }
    if (faults.contains(Fault.PACKED_USSD) && value.contains("*")) {
      say(error("E", 100));
      return;
    }
    say("OK");
    say("+CUSD: %d,\"%s\",15".formatted(ussdMode, ussdAnswer));
  }

  private void askForPdu() {
    if (!faults.contains(Fault.NO_PROMPT)) {
      promptOpen = true;
      write("\r\n> ");
    }
  }

  private void pdu(char end) {
    String hex = typed.toString();
    typed.setLength(0);
    promptOpen = false;
    if (end == ESC) {
      say("OK");
    } else if (refusals.isEmpty()) {
      send(hex);
    } else {
      say(refusals.remove());
    }
  }

  private void send(String hex) {
    SmsSubmit submit;
    try {
      submit = (SmsSubmit) Pdu.ofHex(hex).tpdu();
    } catch (TpduException e) {
      say("+CMS ERROR: 304");
      return;
    }
    int mr = reference++ & 0xFF;
    sent.add(submit);
    if (faults.contains(Fault.UNPLUGS_ON_SEND)) {
      unplug();
      return;
    }
    if (faults.contains(Fault.EARLY_REPORT)) {
      report(submit, mr);
    }
    if (!faults.contains(Fault.LOSES_RESULT)) {
      sent(mr);
    }
    if (!faults.contains(Fault.EARLY_REPORT)) {
      report(submit, mr);
    }
  }

  private void sent(int mr) {
    chatter();
    if (!faults.contains(Fault.LOSES_REFERENCE)) {
      say("+CMGS: " + mr);
    }
    say("OK");
  }

  private void report(SmsSubmit submit, int mr) {
    if (submit.statusReport() && !faults.contains(Fault.NO_REPORTS)) {
      Optional<OffsetDateTime> now = Optional.of(OffsetDateTime.now(ZoneOffset.UTC));
      report(new SmsStatusReport(mr, submit.destination(), now, now, new TpStatus(0)));
    }
  }

  /** The network reports. */
  public synchronized void report(SmsStatusReport report) {
    String wish = indications.split(",")[3];
    if (wish.equals("1")) {
      acknowledgementDue = csms == 1;
      say("+CDS: %d\r\n%s".formatted(length(report), hex(report)));
    } else if (wish.equals("2")) {
      sim.store("SR", hex(report)).ifPresent(place -> say("+CDSI: \"SR\"," + place));
    }
  }

  private static String hex(Tpdu tpdu) {
    try {
      return Pdu.of(tpdu).hex();
    } catch (TpduException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static int length(Tpdu tpdu) {
    return hex(tpdu).length() / 2 - 1;
  }

  private void write(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    if (!faults.contains(Fault.STUTTERS)) {
      terminal.write(octets);
      return;
    }
    for (byte octet : octets) {
      terminal.write(new byte[] {octet});
    }
  }

  @Override
  public void close() {
    unplug();
  }
}
