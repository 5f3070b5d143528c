package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.esme.DeliveryOutcome.Taken;
import io.chasqui.domain.esme.DeliveryOutcome.Unanswered;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.smpp.smsc.Pdu;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How sessions are watched over, and how they end. */
class SessionCareTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final byte[] NONE = {};

  private final EsmeRig rig = new EsmeRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void an_enquiry_is_answered() {
    Pdu answer = rig.start().bound().ask(Pdu.ENQUIRE_LINK, NONE);
    assertThat(answer.command()).isEqualTo(Pdu.ENQUIRE_LINK | Pdu.RESPONSE);
    assertThat(answer.status()).isZero();
  }

  @Test
  void a_quiet_esme_is_asked_and_stays_when_it_answers() {
    rig.start(EsmeRig.timed(LONG, LONG, SHORT, LONG));
    TestEsme esme = rig.bound();
    for (int i = 0; i < 3; i++) {
      esme.take(Pdu.ENQUIRE_LINK, 0);
    }
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
  }

  @Test
  void an_esme_that_does_not_answer_loses_its_session_and_its_seat() {
    rig.start(EsmeRig.timed(LONG, LONG, SHORT, SHORT));
    rig.limit(1, 10, 0);
    TestEsme mute = rig.esme().bound("acme");
    assertThat(mute.isClosedByServer()).isTrue();
    rig.until(() -> rig.server.sessions().isEmpty());
    assertThat(rig.esme().bind(Pdu.BIND_TRANSCEIVER, "acme", EsmeRig.PASSWORD).status()).isZero();
  }

  @Test
  void a_transmitter_that_asks_nothing_is_unbound() {
    rig.start(EsmeRig.timed(LONG, Duration.ofMillis(600), LONG, LONG));
    TestEsme esme = rig.esme().bound(Pdu.BIND_TRANSMITTER, "acme");
    esme.take(Pdu.UNBIND, 0);
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void a_delivery_without_an_answer_is_given_up_and_its_place_is_free_again() throws Exception {
    rig.start(EsmeRig.timed(LONG, LONG, LONG, SHORT));
    rig.limit(1, 1, 0);
    TestEsme esme = rig.bound();
    Delivered delivered = new Delivered();
    rig.server.deliver(EsmeRig.ACME, Delivered.messages(1), delivered);
    Pdu unanswered = esme.await(Pdu.DELIVER_SM);
    rig.until(() -> delivered.outcomes().equals(List.of(new Unanswered(1))));
    assertThat(rig.server.awaitCapacity(EsmeRig.ACME, EsmeRig.SOON)).isEqualTo(1);
    esme.send(Pdu.of(Pdu.DELIVER_SM | Pdu.RESPONSE, 0, unanswered.sequence(), ""));
    esme.ask(Pdu.ENQUIRE_LINK, NONE);
    assertThat(delivered.outcomes()).hasSize(1);
  }

  @Test
  void an_esme_that_unbinds_gets_the_answers_it_is_owed_first() {
    rig.start();
    CountDownLatch taken = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(taken);
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    esme.send(SubmitFields.good().pdu(10));
    rig.until(() -> !rig.application.submits().isEmpty());
    esme.send(Pdu.of(Pdu.UNBIND, 0, 11));
    rig.until(() -> rig.server.sessions().isEmpty());
    taken.countDown();
    assertThat(esme.next().sequence()).isEqualTo(10);
    assertThat(esme.next().sequence()).isEqualTo(11);
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void what_nobody_has_taken_yet_is_dropped_with_its_session() {
    rig.start();
    CountDownLatch taken = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(taken);
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    esme.send(SubmitFields.good().pdu(1));
    rig.until(() -> rig.application.submits().size() == 1);
    esme.send(SubmitFields.good().pdu(2));
    esme.ask(Pdu.ENQUIRE_LINK, NONE);
    esme.close();
    rig.until(() -> rig.server.sessions().isEmpty());
    taken.countDown();
    assertThat(rig.bound().submit(SubmitFields.saying("third")).status()).isZero();
    assertThat(rig.application.submits()).hasSize(2);
  }

  @Test
  void an_account_can_be_disconnected() {
    rig.start();
    TestEsme one = rig.bound();
    TestEsme two = rig.bound();
    TestEsme other = rig.esme().bound("other");
    rig.until(() -> rig.server.sessions().size() == 3);
    assertThat(rig.server.disconnect(EsmeRig.ACME, "switched off")).isEqualTo(2);
    one.take(Pdu.UNBIND, 0);
    assertThat(one.isClosedByServer()).isTrue();
    // This one does not even answer.
    assertThat(two.isClosedByServer()).isTrue();
    assertThat(other.submit(SubmitFields.good()).status()).isZero();
    assertThat(rig.server.disconnect(SystemId.of("nobody"), "")).isZero();
  }

  @Test
  void one_session_can_be_disconnected() {
    rig.start();
    TestEsme esme = rig.bound();
    long session = rig.onlySession().id();
    assertThat(rig.server.disconnect(session, "asked for")).isTrue();
    esme.take(Pdu.UNBIND, 0);
    assertThat(esme.isClosedByServer()).isTrue();
    assertThat(rig.server.disconnect(session, "asked for")).isFalse();
  }

  @Test
  void a_stop_waits_for_what_is_under_way_then_unbinds_and_frees_the_port() throws Exception {
    rig.start();
    CountDownLatch taken = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(taken);
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    Delivered delivered = new Delivered();
    esme.send(SubmitFields.good().pdu(10));
    rig.until(() -> !rig.application.submits().isEmpty());
    rig.server.deliver(EsmeRig.ACME, Delivered.messages(1), delivered);
    CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> rig.server.stop(EsmeRig.SOON));
    rig.until(this::isRefused);
    esme.send(SubmitFields.good().pdu(11));
    assertThat(esme.await(pdu -> pdu.sequence() == 11).status()).isEqualTo(0x08);
    esme.take(Pdu.DELIVER_SM, 0);
    taken.countDown();
    assertThat(esme.await(pdu -> pdu.sequence() == 10).status()).isZero();
    esme.take(Pdu.UNBIND, 0);
    stop.join();
    assertThat(delivered.outcomes()).containsExactly(new Taken(1));
    assertThat(esme.isClosedByServer()).isTrue();
  }

  private boolean isRefused() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }

  @Test
  void a_stopped_server_can_listen_again() {
    rig.start();
    rig.server.stop(Duration.ZERO);
    rig.start();
    assertThat(rig.bound().submit(SubmitFields.good()).status()).isZero();
  }

  @Test
  void a_port_in_use_is_named() {
    rig.start();
    EsmeListenerSettings again = EsmeListenerSettings.at("127.0.0.1", rig.port());
    assertThatThrownBy(() -> rig.server.listen(again))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageContaining(Integer.toString(rig.port()));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
