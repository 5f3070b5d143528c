package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.port.NativeSerialPorts;
import io.chasqui.modem.standin.Fault;
import io.chasqui.modem.standin.StandInModem;
import io.chasqui.modem.tpdu.SmsSubmit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eight modems that take turns at every way of failing, while messages go out and come in. */
class EightModemsTest {
  private static final int MODEMS = 8;

  /** Texts a modem sends, and as many it receives; more for a longer run. */
  private static final int MESSAGES = Integer.getInteger("chasqui.modems.messages", 12);

  private static final Fault[] FAULTS = {
    Fault.NO_PROMPT,
    Fault.LOSES_RESULT,
    Fault.HANGS,
    Fault.CHATTERS,
    Fault.STUTTERS,
    Fault.KEEPS_MESSAGES,
    Fault.NO_INDICATIONS,
    Fault.LOSES_REFERENCE,
    Fault.UNPLUGS_ON_SEND
  };

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, SendResult> results = new ConcurrentHashMap<>();
  private final Map<MessageId, String> received = new ConcurrentHashMap<>();
  private final List<Seat> seats = new ArrayList<>();

  private record Seat(int number, StandInModem standIn, Modem modem) {}

  private Seat seat(Path directory, int number) {
    StandInModem standIn = new StandInModem(directory.resolve("modem-" + number));
    Modem modem =
        new SerialModems(new NativeSerialPorts(), SerialRig.BRISK)
            .open(
                new ModemSurroundings(
                    ConnectorId.of("sims"),
                    new ModemSettings(
                        "sim-" + number,
                        SerialWire.at(standIn.path().toString()),
                        SimSettings.STANDARD),
                    this::receive,
                    status -> {},
                    threads,
                    Clock.systemUTC()));
    return new Seat(number, standIn, modem);
  }

  private void receive(List<LinkEvent> batch) {
    for (LinkEvent event : batch) {
      if (event instanceof LinkEvent.Incoming incoming) {
        received.put(incoming.id(), SerialRig.text(incoming));
      }
    }
  }

  @AfterEach
  void close() {
    seats.forEach(seat -> seat.modem().close());
    seats.forEach(seat -> seat.standIn().close());
    threads.shutdownNow();
  }

  @Test
  void nothing_is_lost_nothing_doubled_unless_in_doubt_and_all_come_back() throws Exception {
    Path directory = Files.createTempDirectory("eight");
    for (int number = 0; number < MODEMS; number++) {
      seats.add(seat(directory, number));
    }
    List<Future<?>> work = new ArrayList<>();
    for (Seat seat : seats) {
      work.add(threads.submit(() -> work(seat)));
    }
    for (Future<?> each : work) {
      each.get();
    }
    seats.forEach(this::awaitRecovery);
    seats.forEach(this::requireEachSentOnce);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> received.size() == MODEMS * MESSAGES);
    assertThat(received.values()).doesNotHaveDuplicates();
  }

  private Void work(Seat seat) throws InterruptedException {
    Random random = new Random(seat.number());
    for (int i = 0; i < MESSAGES; i++) {
      Fault fault = FAULTS[random.nextInt(FAULTS.length)];
      seat.standIn().begin(fault);
      seat.standIn().receive(SerialRig.deliver("in %d %d".formatted(seat.number(), i)));
      String text = "out %d %d".formatted(seat.number(), i);
      Segment segment = Segments.saying(text);
      results.put(text, seat.modem().send(segment));
      seat.standIn().end(fault);
      plugInAgain(seat);
      while (results.get(text) instanceof SendResult.NotSent) {
        awaitRecovery(seat);
        results.put(text, seat.modem().send(segment));
      }
      awaitRoom(seat);
    }
    return null;
  }

  private static void plugInAgain(Seat seat) {
    if (!Files.exists(seat.standIn().path())) {
      seat.standIn().plugIn();
    }
  }

  /** A SIM that is full takes nothing, which would be no loss of ours. */
  private void awaitRoom(Seat seat) {
    awaitRecovery(seat);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> seat.standIn().stored("SM") < 5);
  }

  private void awaitRecovery(Seat seat) {
    Awaitility.await("modem " + seat.number())
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> seat.modem().status().state() == ModemState.READY);
  }

  private void requireEachSentOnce(Seat seat) {
    List<String> sent = seat.standIn().sent().stream().map(EightModemsTest::text).toList();
    for (int i = 0; i < MESSAGES; i++) {
      String text = "out %d %d".formatted(seat.number(), i);
      assertThat(sent.stream().filter(text::equals).count())
          .as("%s: %s", text, results.get(text))
          .isLessThanOrEqualTo(1)
          .isGreaterThanOrEqualTo(results.get(text) instanceof SendResult.Sent ? 1 : 0);
    }
  }

  private static String text(SmsSubmit submit) {
    return new String(submit.data().octets(), StandardCharsets.ISO_8859_1);
  }
}
