package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.esme.DeliveryOutcome.Taken;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.smpp.smsc.Pdu;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer can lose its own session, and nothing else. */
class HostilePeersTest {
  private static final int GOOD = 50;
  private static final int NASTY = 20;
  private static final int SUBMITS = 100;
  private static final byte[] NONE = {};

  private final EsmeRig rig = new EsmeRig().start();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void close() {
    over.set(true);
    rig.close();
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 1_000_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void an_impossible_length_is_nacked_and_ends_the_session(int length) {
    TestEsme esme = rig.bound();
    esme.send(ByteBuffer.allocate(16).putInt(length).putInt(4).putInt(0).putInt(1).array());
    Pdu nack = esme.next();
    assertThat(nack.command()).isEqualTo(Pdu.GENERIC_NACK);
    assertThat(nack.status()).isEqualTo(0x02);
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void before_the_bind_a_pdu_is_short() {
    TestEsme esme = rig.esme();
    esme.send(ByteBuffer.allocate(16).putInt(5_000).putInt(9).putInt(0).putInt(1).array());
    assertThat(esme.next().status()).isEqualTo(0x02);
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void pdus_may_come_octet_by_octet_or_all_together() {
    TestEsme esme = rig.bound();
    for (byte octet : SubmitFields.good().pdu(10).octets()) {
      esme.send(new byte[] {octet});
    }
    assertThat(esme.next().sequence()).isEqualTo(10);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int sequence = 20; sequence < 70; sequence++) {
      many.writeBytes(SubmitFields.good().pdu(sequence).octets());
    }
    esme.send(many.toByteArray());
    List<Integer> answered = new ArrayList<>();
    IntStream.range(0, 50).forEach(i -> answered.add(esme.next().sequence()));
    assertThat(answered).containsExactlyElementsOf(IntStream.range(20, 70).boxed().toList());
  }

  @Test
  void beyond_the_limit_connections_are_closed_and_a_place_is_free_again() {
    EsmeListenerSettings standard = EsmeListenerSettings.at("127.0.0.1", 0);
    rig.start(
        new EsmeListenerSettings(
            "127.0.0.1",
            0,
            standard.tls(),
            standard.proxies(),
            3,
            standard.bindTimeout(),
            standard.inactivity(),
            standard.enquireLink(),
            standard.responseTimeout()));
    List<TestEsme> in = List.of(rig.bound(), rig.bound(), rig.bound());
    assertThat(rig.esme().isClosedByServer()).isTrue();
    in.get(0).ask(Pdu.UNBIND, NONE);
    in.get(0).close();
    rig.until(() -> canBind());
  }

  private boolean canBind() {
    try {
      return rig.bound() != null;
    } catch (IllegalStateException | UncheckedIOException e) {
      return false;
    }
  }

  @Test
  void twenty_that_misbehave_leave_fifty_good_ones_unharmed() {
    rig.limit(GOOD, 10, 0);
    List<TestEsme> good = IntStream.range(0, GOOD).mapToObj(i -> rig.bound()).toList();
    rig.until(() -> rig.server.sessions().size() == GOOD);
    Stream.iterate(0, i -> i + 1).limit(NASTY).forEach(i -> threads.execute(() -> misbehave(i)));
    Delivered delivered = new Delivered();
    rig.server.deliver(EsmeRig.ACME, Delivered.messages(GOOD), delivered);
    List<CompletableFuture<Void>> all =
        good.stream().map(esme -> CompletableFuture.runAsync(() -> work(esme), threads)).toList();
    all.forEach(CompletableFuture::join);
    rig.until(() -> delivered.count(Taken.class) == GOOD);
    assertThat(
            rig.application.submits().stream()
                .filter(one -> one.account().equals(EsmeRig.ACME))
                .count())
        .isEqualTo(GOOD * SUBMITS);
    assertThat(
            rig.server.sessions().stream()
                .filter(one -> one.account().equals(EsmeRig.ACME))
                .count())
        .isEqualTo(GOOD);
  }

  /** One delivery taken, all submits answered with 0. */
  private static void work(TestEsme esme) {
    esme.take(Pdu.DELIVER_SM, 0);
    for (int i = 0; i < SUBMITS; i++) {
      assertThat(esme.submit(SubmitFields.good()).status()).isZero();
    }
  }

  /** Again and again, until the test is over. */
  private void misbehave(int kind) {
    Random random = new Random(kind);
    while (!over.get()) {
      try (TestEsme esme = new TestEsme(rig.port())) {
        misbehave(kind % 10, esme, random);
      } catch (IllegalStateException | UncheckedIOException e) {
        // The server has cut it off, which is as it should be.
      }
    }
  }

  private void misbehave(int kind, TestEsme esme, Random random) {
    switch (kind) {
      case 0 -> esme.send(garbage(random));
      case 1 -> esme.send(SubmitFields.good().pdu(1));
      case 2 -> esme.bind(Pdu.BIND_TRANSCEIVER, "nasty", "guess");
      case 3 -> esme.bound("nasty").send(garbage(random));
      case 4 -> neverRead(esme.bound("nasty"));
      case 5 -> beyondTheWindow(esme.bound("nasty"));
      case 6 -> answerWhatWasNotAsked(esme.bound("nasty"));
      case 7 -> esme.bound("nasty").send(Arrays.copyOf(SubmitFields.good().pdu(1).octets(), 30));
      case 8 -> badBodies(esme.bound("nasty"), random);
      default -> esme.send(Arrays.copyOf(SubmitFields.good().pdu(1).octets(), 5));
    }
  }

  private static byte[] garbage(Random random) {
    byte[] octets = new byte[random.nextInt(4000)];
    random.nextBytes(octets);
    return octets;
  }

  private void neverRead(TestEsme esme) {
    byte[] enquiries = new byte[16 * 1000];
    ByteBuffer buffer = ByteBuffer.wrap(enquiries);
    while (buffer.hasRemaining()) {
      buffer.putInt(16).putInt(Pdu.ENQUIRE_LINK).putInt(0).putInt(1);
    }
    for (int i = 0; i < 100 && !over.get(); i++) {
      esme.send(enquiries);
    }
  }

  private static void beyondTheWindow(TestEsme esme) {
    for (int sequence = 10; sequence < 1000; sequence++) {
      esme.send(SubmitFields.good().pdu(sequence));
    }
  }

  private static void answerWhatWasNotAsked(TestEsme esme) {
    for (int sequence = 1; sequence < 500; sequence++) {
      esme.send(Pdu.of(Pdu.DELIVER_SM | Pdu.RESPONSE, 0, sequence, ""));
    }
    esme.ask(Pdu.ENQUIRE_LINK, NONE);
  }

  private static void badBodies(TestEsme esme, Random random) {
    int[] commands = {0x03, 0x04, 0x05, 0x07, 0x08, 0x21, 0x103, 0x102, 0x0B, 0x111};
    for (int i = 0; i < 200; i++) {
      byte[] body = new byte[random.nextInt(100)];
      random.nextBytes(body);
      esme.send(new Pdu(commands[random.nextInt(commands.length)], 0, i, body));
    }
    esme.ask(Pdu.ENQUIRE_LINK, NONE);
  }
}
