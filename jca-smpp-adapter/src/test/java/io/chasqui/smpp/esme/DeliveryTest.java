package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.DeliveryOutcome.NotSent;
import io.chasqui.domain.esme.DeliveryOutcome.Refused;
import io.chasqui.domain.esme.DeliveryOutcome.Taken;
import io.chasqui.domain.esme.DeliveryOutcome.Unanswered;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeDelivery.Receipt;
import io.chasqui.smpp.smsc.Pdu;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final Receipt RECEIPT = new Receipt("M1", 2, Optional.of(0x0123), true);

  private final EsmeRig rig = new EsmeRig().start();
  private final Delivered delivered = new Delivered();

  @AfterEach
  void close() {
    rig.close();
  }

  private void deliver(EsmeDelivery... deliveries) {
    rig.server.deliver(EsmeRig.ACME, List.of(deliveries), delivered);
  }

  private void deliver(int count) {
    rig.server.deliver(EsmeRig.ACME, Delivered.messages(count), delivered);
  }

  private static Body addressed() {
    return new Body().text("").octet(1, 1).text("5511999990000").octet(5, 0).text("Shop");
  }

  @Test
  void a_message_is_a_deliver_sm_that_the_esme_takes() {
    TestEsme esme = rig.bound();
    deliver(Delivered.message(7, SubmitFields.latin("hello")));
    Pdu pdu = esme.take(Pdu.DELIVER_SM, 0);
    assertThat(pdu.body())
        .isEqualTo(
            addressed()
                .octet(0, 0, 0, 0, 0, 0, 0, 0, 0, 5)
                .octets(SubmitFields.latin("hello"))
                .bytes());
    rig.until(() -> delivered.outcomes().equals(List.of(new Taken(7))));
    assertThat(rig.onlySession().delivered()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"true, 4", "false, 32"})
  void a_receipt_says_so_and_carries_its_tlvs(boolean isFinal, int esmClass) {
    TestEsme esme = rig.bound();
    deliver(Delivered.receipt(1, new Receipt("M1", 2, Optional.of(0x0123), isFinal)));
    assertThat(esme.take(Pdu.DELIVER_SM, 0).body())
        .isEqualTo(
            addressed()
                .octet(esmClass, 0, 0, 0, 0, 0, 0, 0, 0, 18)
                .octets(SubmitFields.latin("id:M1 stat:DELIVRD"))
                .hex("001e 0003 4d3100 0427 0001 02 0423 0003 030123")
                .bytes());
  }

  @Test
  void an_account_may_have_its_receipts_as_data_sm() {
    rig.application.know(new EsmeAccount(EsmeRig.ACME, 10, 10, 0, EsmeAccount.ReceiptPdu.DATA_SM));
    TestEsme esme = rig.bound();
    deliver(Delivered.receipt(1, RECEIPT), Delivered.message(2, SubmitFields.latin("hi")));
    assertThat(esme.take(Pdu.DATA_SM, 0).body())
        .isEqualTo(
            addressed()
                .octet(4, 0, 0)
                .tlv(0x0424, SubmitFields.latin("id:M1 stat:DELIVRD"))
                .hex("001e 0003 4d3100 0427 0001 02 0423 0003 030123")
                .bytes());
    esme.take(Pdu.DELIVER_SM, 0);
    rig.until(() -> delivered.count(Taken.class) == 2);
  }

  @Test
  void an_esme_of_before_3_4_gets_no_tlvs() {
    TestEsme esme = rig.esme();
    esme.ask(Pdu.BIND_TRANSCEIVER, TestEsme.bindBody("acme", EsmeRig.PASSWORD, 0x33));
    assertThat(capacity()).isPositive();
    deliver(Delivered.receipt(1, RECEIPT));
    String body = new String(esme.take(Pdu.DELIVER_SM, 0).body(), StandardCharsets.ISO_8859_1);
    assertThat(body).endsWith("stat:DELIVRD");
  }

  @ParameterizedTest
  @ValueSource(ints = {254, 255, 60_000})
  void what_does_not_fit_goes_as_payload(int length) {
    byte[] content = new byte[length];
    content[length - 1] = 7;
    TestEsme esme = rig.bound();
    deliver(Delivered.message(1, content));
    Body expected = addressed().octet(0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(esme.take(Pdu.DELIVER_SM, 0).body())
        .isEqualTo(
            length <= 254
                ? expected.octet(length).octets(content).bytes()
                : expected.octet(0).tlv(0x0424, content).bytes());
  }

  @Test
  void an_esme_that_refuses_is_quoted() {
    TestEsme esme = rig.bound();
    deliver(1);
    esme.take(Pdu.DELIVER_SM, 0x14);
    rig.until(() -> delivered.outcomes().equals(List.of(new Refused(1, 0x14))));
  }

  @Test
  void an_esme_that_does_not_understand_is_quoted() {
    TestEsme esme = rig.bound();
    deliver(1);
    esme.send(Pdu.of(Pdu.GENERIC_NACK, 0x03, esme.await(Pdu.DELIVER_SM).sequence()));
    rig.until(() -> delivered.outcomes().equals(List.of(new Refused(1, 0x03))));
  }

  @Test
  void answers_given_twice_count_once() {
    TestEsme esme = rig.bound();
    deliver(1);
    int sequence = esme.take(Pdu.DELIVER_SM, 0).sequence();
    esme.send(Pdu.of(Pdu.DELIVER_SM | Pdu.RESPONSE, 0x14, sequence, ""));
    esme.ask(Pdu.ENQUIRE_LINK, new byte[0]);
    assertThat(delivered.outcomes()).containsExactly(new Taken(1));
  }

  @Test
  void without_a_receiving_session_nothing_is_sent() {
    rig.esme().bound(Pdu.BIND_TRANSMITTER, "acme");
    rig.esme().bound(Pdu.BIND_TRANSCEIVER, "other");
    deliver(3);
    assertThat(delivered.outcomes())
        .containsExactly(new NotSent(1), new NotSent(2), new NotSent(3));
  }

  @Test
  void beyond_the_window_nothing_is_sent_and_each_has_one_outcome() {
    rig.limit(10, 4, 0);
    TestEsme esme = rig.bound();
    deliver(10);
    assertThat(delivered.count(NotSent.class)).isEqualTo(6);
    for (int i = 1; i <= 4; i++) {
      assertThat(text(esme.take(Pdu.DELIVER_SM, 0))).endsWith("n" + i);
    }
    rig.until(() -> delivered.count(Taken.class) == 4);
    assertThat(ids()).doesNotHaveDuplicates().hasSize(10);
  }

  private static String text(Pdu pdu) {
    return new String(pdu.body(), StandardCharsets.ISO_8859_1);
  }

  private List<Long> ids() {
    return delivered.outcomes().stream().map(DeliveryOutcome::id).toList();
  }

  @Test
  void deliveries_spread_over_all_receiving_sessions_in_order_on_each() {
    rig.limit(10, 10, 0);
    List<TestEsme> esmes = List.of(rig.bound(), rig.bound(), rig.bound());
    deliver(30);
    assertThat(delivered.outcomes()).isEmpty();
    for (TestEsme esme : esmes) {
      List<Integer> numbers = new ArrayList<>();
      IntStream.range(0, 10).forEach(i -> numbers.add(number(esme.take(Pdu.DELIVER_SM, 0))));
      assertThat(numbers).isSorted();
    }
    rig.until(() -> delivered.count(Taken.class) == 30);
  }

  private static int number(Pdu pdu) {
    String text = text(pdu);
    return Integer.parseInt(text.substring(text.lastIndexOf('n') + 1));
  }

  @Test
  void what_a_session_takes_with_it_is_unanswered() {
    TestEsme esme = rig.bound();
    deliver(3);
    esme.take(Pdu.DELIVER_SM, 0);
    rig.until(() -> delivered.count(Taken.class) == 1);
    esme.close();
    rig.until(() -> delivered.outcomes().size() == 3);
    assertThat(delivered.outcomes())
        .containsExactly(new Taken(1), new Unanswered(2), new Unanswered(3));
  }

  @Test
  void capacity_is_what_the_windows_have_left() throws Exception {
    rig.limit(10, 4, 0);
    assertThat(rig.server.awaitCapacity(EsmeRig.ACME, Duration.ZERO)).isZero();
    rig.bound();
    rig.bound();
    rig.esme().bound(Pdu.BIND_TRANSMITTER, "acme");
    rig.until(() -> rig.server.awaitCapacity(EsmeRig.ACME, Duration.ZERO) == 8);
    deliver(3);
    assertThat(rig.server.awaitCapacity(EsmeRig.ACME, Duration.ZERO)).isEqualTo(5);
    rig.server.update(EsmeRig.account(10, 6, 0));
    assertThat(rig.server.awaitCapacity(EsmeRig.ACME, Duration.ZERO)).isEqualTo(9);
  }

  @Test
  void who_waits_for_capacity_is_woken_by_a_bind_and_by_an_answer() {
    rig.limit(10, 1, 0);
    CompletableFuture<Integer> bound = CompletableFuture.supplyAsync(this::capacity);
    TestEsme esme = rig.bound();
    assertThat(bound.join()).isEqualTo(1);
    deliver(1);
    CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(this::capacity);
    esme.take(Pdu.DELIVER_SM, 0);
    assertThat(answered.join()).isEqualTo(1);
  }

  private int capacity() {
    try {
      return rig.server.awaitCapacity(EsmeRig.ACME, EsmeRig.SOON);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_application_hears_of_the_first_receiver_and_of_the_last() {
    TestEsme transmitter = rig.esme().bound(Pdu.BIND_TRANSMITTER, "acme");
    TestEsme first = rig.esme().bound(Pdu.BIND_RECEIVER, "acme");
    rig.until(() -> rig.application.presence().equals(List.of("acme is there")));
    TestEsme second = rig.bound();
    first.ask(Pdu.UNBIND, new byte[0]);
    transmitter.ask(Pdu.UNBIND, new byte[0]);
    second.close();
    rig.until(() -> rig.application.presence().equals(List.of("acme is there", "acme is gone")));
  }

  @Test
  void a_sink_that_fails_costs_nobody_a_session() {
    TestEsme esme = rig.bound();
    rig.server.deliver(
        EsmeRig.ACME,
        Delivered.messages(1),
        outcome -> {
          throw new IllegalStateException("full");
        });
    esme.take(Pdu.DELIVER_SM, 0);
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
  }
}
