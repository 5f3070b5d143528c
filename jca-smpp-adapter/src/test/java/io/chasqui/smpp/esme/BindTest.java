package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.BindType;
import io.chasqui.smpp.ra.EsmeActivationSpec;
import io.chasqui.smpp.smsc.Pdu;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindTest {
  private final EsmeRig rig = new EsmeRig().start();

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({"1, RECEIVER", "2, TRANSMITTER", "9, TRANSCEIVER"})
  void each_kind_of_bind_is_granted_and_shown(int command, BindType type) {
    Pdu answer = rig.esme().bind(command, "acme", EsmeRig.PASSWORD);
    assertThat(answer.command()).isEqualTo(command | Pdu.RESPONSE);
    assertThat(answer.status()).isZero();
    assertThat(rig.onlySession().type()).isEqualTo(type);
    assertThat(rig.onlySession().account()).isEqualTo(EsmeRig.ACME);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x34, 0x50})
  void our_version_is_told_to_those_who_read_tlvs(int version) {
    Pdu answer =
        rig.esme().ask(Pdu.BIND_TRANSCEIVER, TestEsme.bindBody("acme", EsmeRig.PASSWORD, version));
    assertThat(HexFormat.of().formatHex(answer.body()))
        .isEqualTo(hex("chasqui") + "00" + "0210000134");
  }

  @Test
  void an_older_esme_gets_no_tlv() {
    Pdu answer =
        rig.esme().ask(Pdu.BIND_TRANSCEIVER, TestEsme.bindBody("acme", EsmeRig.PASSWORD, 0x33));
    assertThat(HexFormat.of().formatHex(answer.body())).isEqualTo(hex("chasqui") + "00");
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void the_application_sees_the_words_of_the_bind() {
    rig.esme()
        .ask(
            Pdu.BIND_TRANSMITTER,
            new Body()
                .text("acme")
                .text("secret")
                .text("VMS")
                .octet(0x34, 1, 1)
                .text("^55")
                .bytes());
    EsmeBind bind = rig.application.binds().get(0);
    assertThat(bind.systemId()).isEqualTo("acme");
    assertThat(bind.password()).isEqualTo("secret");
    assertThat(bind.systemType()).isEqualTo("VMS");
    assertThat(bind.type()).isEqualTo(BindType.TRANSMITTER);
    assertThat(bind.interfaceVersion()).isEqualTo(0x34);
    assertThat(bind.peer().isLoopbackAddress()).isTrue();
    assertThat(bind.tls()).isFalse();
    assertThat(rig.endpoints.calls()).startsWith("before onBind", "deliver", "after");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0D, 0x0E, 0x0F})
  void a_refusal_is_answered_with_its_status_and_the_connection_ends(int status) {
    rig.application.onBinds(bind -> new BindVerdict.Refused(status, "no"));
    TestEsme esme = rig.esme();
    assertThat(esme.bind(Pdu.BIND_TRANSCEIVER, "acme", "guess").status()).isEqualTo(status);
    assertThat(esme.isClosedByServer()).isTrue();
    assertThat(rig.server.sessions()).isEmpty();
  }

  @Test
  void an_application_that_fails_is_a_system_error_and_no_guess() {
    rig.application.onBinds(
        bind -> {
          throw new IllegalStateException("no database");
        });
    for (int i = 0; i < 10; i++) {
      assertThat(rig.esme().bind(Pdu.BIND_TRANSCEIVER, "acme", "x").status()).isEqualTo(0x08);
    }
  }

  @Test
  void without_an_application_a_bind_is_a_system_error() {
    rig.container.adapter().endpointDeactivation(rig.endpoints, new EsmeActivationSpec());
    assertThat(rig.esme().bind(Pdu.BIND_TRANSCEIVER, "acme", "secret").status()).isEqualTo(0x08);
  }

  @ParameterizedTest
  @CsvSource({
    "1234567890123456, secret, '', 0x0F",
    "acme, 12345678901234567890123456789012345678901234567890123456789012345, '', 0x0E",
    "acme, secret, 1234567890123, 0x53"
  })
  void words_that_are_too_long_are_refused_by_name(
      String systemId, String password, String systemType, String status) {
    byte[] body =
        new Body().text(systemId).text(password).text(systemType).octet(0x34, 0, 0, 0).bytes();
    Pdu answer = rig.esme().ask(Pdu.BIND_TRANSCEIVER, body);
    assertThat(answer.status()).isEqualTo(Integer.decode(status));
    assertThat(rig.application.binds()).isEmpty();
  }

  @Test
  void a_password_may_be_longer_than_eight_characters() {
    String password = "a-password-of-thirty-characters";
    rig.application.onBinds(
        bind ->
            bind.password().equals(password)
                ? new BindVerdict.Granted(TestApplication.account("acme"))
                : new BindVerdict.Refused(0x0E, "no"));
    assertThat(rig.esme().bind(Pdu.BIND_TRANSCEIVER, "acme", password).status()).isZero();
  }

  @Test
  void a_bind_that_ends_too_early_is_of_the_wrong_length() {
    byte[] body = new Body().text("acme").text("secret").bytes();
    assertThat(rig.esme().ask(Pdu.BIND_TRANSCEIVER, body).status()).isEqualTo(0x02);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x21, 0x103})
  void whatever_comes_before_the_bind_is_out_of_turn(int command) {
    TestEsme esme = rig.esme();
    Pdu answer = esme.ask(command, SubmitFields.good().body());
    assertThat(answer.command()).isEqualTo(command | Pdu.RESPONSE);
    assertThat(answer.status()).isEqualTo(0x04);
    assertThat(esme.bound("acme").submit(SubmitFields.good()).status()).isZero();
  }

  @Test
  void a_second_bind_is_refused_and_the_session_goes_on() {
    TestEsme esme = rig.bound();
    assertThat(esme.bind(Pdu.BIND_RECEIVER, "acme", EsmeRig.PASSWORD).status()).isEqualTo(0x05);
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
    assertThat(rig.server.sessions()).hasSize(1);
  }

  @Test
  void an_outbind_is_refused_and_the_connection_ends() {
    TestEsme esme = rig.esme();
    esme.send(new Pdu(0x0B, 0, 7, new Body().text("smsc").text("secret").bytes()));
    Pdu answer = esme.next();
    assertThat(answer.command()).isEqualTo(Pdu.GENERIC_NACK);
    assertThat(answer.status()).isEqualTo(0x03);
    assertThat(answer.sequence()).isEqualTo(7);
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void an_account_has_as_many_binds_as_it_may_have_however_many_come_at_once() {
    rig.limit(5, 10, 0);
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 25)
            .mapToObj(i -> rig.esme())
            .map(esme -> CompletableFuture.supplyAsync(() -> bindStatus(esme)))
            .toList();
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
    assertThat(statuses).filteredOn(status -> status == 0).hasSize(5);
    assertThat(statuses).filteredOn(status -> status == 0x0D).hasSize(20);
    rig.until(() -> rig.server.sessions().size() == 5);
  }

  private static int bindStatus(TestEsme esme) {
    return esme.bind(Pdu.BIND_TRANSCEIVER, "acme", EsmeRig.PASSWORD).status();
  }

  @Test
  void a_seat_is_free_as_soon_as_the_unbind_is_answered() {
    rig.limit(1, 10, 0);
    for (int i = 0; i < 20; i++) {
      assertThat(rig.bound().ask(Pdu.UNBIND, new byte[0]).status()).isZero();
    }
  }

  @Test
  void a_peer_that_vanishes_while_its_bind_is_looked_at_leaves_no_seat_taken() {
    rig.limit(1, 10, 0);
    CountDownLatch gone = new CountDownLatch(1);
    rig.application.onBinds(
        bind -> {
          await(gone);
          return rig.application.grant(bind);
        });
    TestEsme impatient = rig.esme();
    impatient.send(new Pdu(Pdu.BIND_TRANSCEIVER, 0, 1, TestEsme.bindBody("acme", "secret", 0x34)));
    rig.until(() -> !rig.application.binds().isEmpty());
    impatient.close();
    gone.countDown();
    rig.until(() -> bindStatus(rig.esme()) == 0);
  }

  @Test
  void a_bind_that_would_be_refused_by_now_is_refused_and_leaves_no_seat_taken() {
    rig.limit(1, 10, 0);
    AtomicInteger asked = new AtomicInteger();
    rig.application.onBinds(
        bind ->
            asked.getAndIncrement() == 0
                ? rig.application.grant(bind)
                : new BindVerdict.Refused(0x0E, "the password was changed"));
    assertThat(bindStatus(rig.esme())).isEqualTo(0x0E);
    assertThat(rig.server.sessions()).isEmpty();
    rig.application.onBinds(rig.application::grant);
    assertThat(bindStatus(rig.esme())).isZero();
  }

  @Test
  void a_change_that_comes_while_a_bind_is_confirmed_ends_its_session() {
    AtomicInteger asked = new AtomicInteger();
    rig.application.onBinds(
        bind -> {
          if (asked.incrementAndGet() == 2) {
            rig.server.disconnect(SystemId.of("acme"), "the password was changed");
          }
          return rig.application.grant(bind);
        });
    TestEsme esme = rig.esme();
    esme.send(new Pdu(Pdu.BIND_TRANSCEIVER, 0, 1, TestEsme.bindBody("acme", "secret", 0x34)));
    assertThat(esme.isClosedByServer()).isTrue();
    assertThat(rig.server.sessions()).isEmpty();
  }

  @Test
  void a_bind_that_takes_long_holds_up_nobody() {
    TestEsme other = rig.esme().bound("other");
    CountDownLatch decided = new CountDownLatch(1);
    rig.application.onBinds(
        bind -> {
          await(decided);
          return rig.application.grant(bind);
        });
    TestEsme slow = rig.esme();
    slow.send(new Pdu(Pdu.BIND_TRANSCEIVER, 0, 1, TestEsme.bindBody("acme", "secret", 0x34)));
    assertThat(other.submit(SubmitFields.good()).status()).isZero();
    decided.countDown();
    assertThat(slow.next().status()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void the_words_of_the_latest_bind_count_for_the_account() {
    rig.limit(1, 10, 0);
    rig.bound();
    rig.limit(2, 10, 0);
    assertThat(bindStatus(rig.esme())).isZero();
    assertThat(bindStatus(rig.esme())).isEqualTo(0x0D);
  }

  @Test
  void several_accounts_have_seats_of_their_own() {
    rig.application.know(new EsmeAccount(EsmeRig.ACME, 1, 1, 0, EsmeAccount.ReceiptPdu.DELIVER_SM));
    rig.bound();
    rig.esme().bound("other");
    rig.until(() -> rig.server.sessions().size() == 2);
  }
}
