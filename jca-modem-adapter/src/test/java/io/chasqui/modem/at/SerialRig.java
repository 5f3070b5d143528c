package io.chasqui.modem.at;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.port.NativeSerialPorts;
import io.chasqui.modem.port.SerialLine;
import io.chasqui.modem.port.SerialPorts;
import io.chasqui.modem.standin.StandInModem;
import io.chasqui.modem.tpdu.SmsDeliver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A modem of ours at a stand-in on a pseudo-terminal, and who listens to it. */
final class SerialRig implements AutoCloseable, LinkListener {
  /** A machine under load must not look like a modem that hangs. */
  static final AtTimings PATIENT = timings(Duration.ofSeconds(10));

  /** For modems that do hang. */
  static final AtTimings BRISK = timings(Duration.ofMillis(300));

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Path directory;
  final StandInModem standIn;
  final List<ModemStatus> history = new CopyOnWriteArrayList<>();
  private final List<LinkEvent> events = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Modem> opened = new ArrayList<>();
  private volatile boolean refusing;
  Modem modem;

  SerialRig() throws IOException {
    directory = Files.createTempDirectory("modem");
    standIn = new StandInModem(directory.resolve("modem-if00"));
  }

  private static AtTimings timings(Duration answer) {
    Duration moment = Duration.ofMillis(50);
    return new AtTimings(
        answer,
        answer,
        answer,
        Duration.ofSeconds(2),
        moment,
        Duration.ofMillis(200),
        moment,
        moment,
        Duration.ofMillis(200),
        moment,
        Duration.ofMillis(200));
  }

  SerialRig open() {
    return open(PATIENT);
  }

  SerialRig open(AtTimings timings) {
    return open(SerialWire.at(standIn.path().toString()), timings);
  }

  SerialRig open(SerialWire wire, AtTimings timings) {
    modem = another("sim-1", wire, timings);
    return this;
  }

  Modem another(String name, SerialWire wire, AtTimings timings) {
    Modem another =
        new SerialModems(new LocalPorts(), timings)
            .open(
                new ModemSurroundings(
                    ConnectorId.of("sims"),
                    new ModemSettings(name, wire, SimSettings.STANDARD),
                    this,
                    history::add,
                    threads,
                    Clock.systemUTC()));
    opened.add(another);
    return another;
  }

  SerialRig ready() {
    awaitState(ModemState.READY);
    return this;
  }

  void awaitState(ModemState state) {
    Awaitility.await(state.name())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> modem.status().state() == state);
  }

  SendResult send(String text) throws InterruptedException {
    return modem.send(Segments.saying(text));
  }

  /** The listener takes nothing until told otherwise. */
  void refuseEvents(boolean refuse) {
    refusing = refuse;
  }

  @Override
  public void onEvents(List<LinkEvent> batch) {
    if (refusing) {
      throw new IllegalStateException("the database is away");
    }
    events.addAll(batch);
  }

  List<LinkEvent.Incoming> incoming() {
    return of(LinkEvent.Incoming.class).toList();
  }

  List<LinkEvent.Receipt> receipts() {
    return of(LinkEvent.Receipt.class).toList();
  }

  private <T> Stream<T> of(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  List<LinkEvent.Incoming> awaitIncoming(int count) {
    until(() -> incoming().size() >= count);
    return incoming();
  }

  List<LinkEvent.Receipt> awaitReceipts(int count) {
    until(() -> receipts().size() >= count);
    return receipts();
  }

  void until(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(condition);
  }

  static SmsDeliver deliver(String text) {
    return new SmsDeliver(
        Address.infer("+5511988880000"),
        0,
        EncodedText.of(text).coding().value(),
        Optional.of(OffsetDateTime.now(ZoneOffset.UTC)),
        EncodedText.of(text).segments(0).get(0));
  }

  static String text(LinkEvent.Incoming incoming) {
    UserData data = new UserData(incoming.userData(), incoming.udhi());
    return ReceivedText.of(incoming.coding(), SmscAlphabet.GSM7, List.of(data)).text();
  }

  @Override
  public void close() {
    opened.forEach(Modem::close);
    threads.shutdownNow();
    standIn.close();
  }

  /** This machine's, of which modems are looked for in the rig's directory alone. */
  private final class LocalPorts implements SerialPorts {
    private final SerialPorts ports = new NativeSerialPorts();

    @Override
    public SerialLine open(String path, int baud) throws IOException {
      return ports.open(path, baud);
    }

    @Override
    public List<String> candidates() {
      try (Stream<Path> paths = Files.list(directory)) {
        return paths.map(Path::toString).sorted().toList();
      } catch (IOException e) {
        return List.of();
      }
    }
  }
}
