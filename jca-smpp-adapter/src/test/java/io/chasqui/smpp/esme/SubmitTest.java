package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.smpp.smsc.Pdu;
import jakarta.transaction.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
  private static final int DONE = 0;
  private static final int THROTTLED = 0x58;

  private final EsmeRig rig = new EsmeRig().start();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_submit_arrives_with_all_it_says_and_its_answer_carries_our_id() {
    Instant before = Instant.now();
    Pdu answer =
        rig.bound()
            .submit(
                SubmitFields.saying("hi")
                    .service("CMT")
                    .from(5, 0, "Shop")
                    .to(1, 1, "5511999990000")
                    .priority(2)
                    .times("000000010000000R", "000002000000000R")
                    .flags(0x11, 1, 0));
    EsmeSubmit submit = rig.application.onlySubmit();
    assertThat(answer.status()).isZero();
    assertThat(text(answer)).isEqualTo(submit.id().toString());
    assertThat(submit.toldAs()).isEqualTo(submit.id());
    assertThat(submit.account()).isEqualTo(EsmeRig.ACME);
    assertThat(submit.serviceType()).isEqualTo("CMT");
    assertThat(submit.source()).isEqualTo(Address.of(5, 0, "Shop"));
    assertThat(submit.destination()).isEqualTo(Address.of(1, 1, "5511999990000"));
    assertThat(submit.priority()).isEqualTo(2);
    assertThat(submit.notBefore().orElseThrow()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(submit.validUntil().orElseThrow()).isAfterOrEqualTo(before.plus(Duration.ofDays(2)));
    assertThat(submit.registeredDelivery()).isEqualTo(new RegisteredDelivery(0x11));
    assertThat(submit.replaceIfPresent()).isTrue();
    assertThat(submit.coding()).isEqualTo(DataCodingScheme.DEFAULT);
    assertThat(submit.content().octets()).isEqualTo(SubmitFields.latin("hi"));
    assertThat(rig.endpoints.calls()).contains("before onSubmits");
  }

  private static String text(Pdu answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1).replace("\0", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 8, 0xF5})
  void every_data_coding_goes_through_as_it_is(int coding) {
    byte[] octets = HexFormat.of().parseHex("00ff80d83dde00");
    rig.bound().submit(SubmitFields.good().content(coding, octets, ""));
    assertThat(rig.application.onlySubmit().coding().value()).isEqualTo(coding);
    assertThat(rig.application.onlySubmit().content().octets()).isEqualTo(octets);
  }

  @Test
  void a_plus_before_the_number_says_what_the_type_of_number_should() {
    rig.bound().submit(SubmitFields.good().to(0, 0, "+5511999990000"));
    assertThat(rig.application.onlySubmit().destination())
        .isEqualTo(Address.of(1, 1, "5511999990000"));
  }

  @Test
  void a_long_text_comes_as_payload() {
    byte[] octets = new byte[65_000];
    octets[64_999] = 7;
    String tlv = "0424" + "fde8" + HexFormat.of().formatHex(octets);
    assertThat(rig.bound().submit(SubmitFields.good().content(4, new byte[0], tlv)).status())
        .isZero();
    assertThat(rig.application.onlySubmit().content().octets()).isEqualTo(octets);
  }

  @Test
  void a_segment_told_by_tlvs_gets_the_header_that_says_the_same() {
    rig.bound()
        .submit(
            SubmitFields.good()
                .content(0, new byte[] {65}, "020C 0002 01FF 020E 0001 03 020F 0001 02"));
    assertThat(rig.application.onlySubmit().content().concatenation())
        .contains(new Concatenation(0x01FF, 3, 2));
    assertThat(rig.application.onlySubmit().content().payload()).containsExactly(65);
  }

  @Test
  void tlvs_nobody_knows_are_ignored() {
    rig.bound().submit(SubmitFields.good().content(0, new byte[] {65}, "1403 0002 0102"));
    assertThat(rig.application.onlySubmit().content().octets()).containsExactly(65);
  }

  @Test
  void data_sm_is_a_submit_as_well() {
    byte[] body =
        SubmitFields.good()
            .addressed()
            .octet(0, 1, 8)
            .hex("0424 0002 0041 0017 0004 0000003c")
            .bytes();
    Pdu answer = rig.bound().ask(Pdu.DATA_SM, body);
    EsmeSubmit submit = rig.application.onlySubmit();
    assertThat(answer.command()).isEqualTo(Pdu.DATA_SM | Pdu.RESPONSE);
    assertThat(text(answer)).isEqualTo(submit.id().toString());
    assertThat(submit.content().octets()).containsExactly(0, 0x41);
    assertThat(submit.coding()).isEqualTo(DataCodingScheme.UCS2);
    assertThat(submit.validUntil()).contains(submit.at().plusSeconds(60));
  }

  @Test
  void the_destinations_of_a_submit_multi_are_told_one_id_and_the_failed_ones_by_name() {
    rig.application.onSubmits(
        batch ->
            batch.stream()
                .<EsmeReply>map(
                    submit ->
                        submit.destination().value().equals("552")
                            ? new EsmeReply.Refused(0x0B, "no route")
                            : new EsmeReply.Done())
                .toList());
    byte[] body =
        multi(
            new Body().octet(1, 1, 1).text("551").octet(1, 1, 1).text("552").octet(2).text("all"),
            3);
    Pdu answer = rig.bound().ask(0x21, body);
    List<EsmeSubmit> submits = rig.application.submits();
    assertThat(submits).hasSize(2);
    assertThat(submits).extracting(EsmeSubmit::toldAs).containsOnly(submits.get(0).id());
    assertThat(submits.get(1).id()).isNotEqualTo(submits.get(0).id());
    assertThat(answer.status()).isZero();
    assertThat(answer.body())
        .isEqualTo(
            new Body()
                .text(submits.get(0).id().toString())
                .octet(2)
                .octet(0, 0)
                .text("all")
                .octet(0, 0, 0, 0x34)
                .octet(1, 1)
                .text("552")
                .octet(0, 0, 0, 0x0B)
                .bytes());
  }

  private static byte[] multi(Body destinations, int count) {
    return SubmitFields.good()
        .terms(
            new Body().text("").octet(5, 0).text("Shop").octet(count).octets(destinations.bytes()))
        .bytes();
  }

  @Test
  void a_submit_multi_that_fails_everywhere_has_failed() {
    rig.application.onSubmits(batch -> refused(batch, 0x0B));
    byte[] body = multi(new Body().octet(1, 1, 1).text("551").octet(1, 1, 1).text("552"), 2);
    Pdu answer = rig.bound().ask(0x21, body);
    assertThat(answer.status()).isEqualTo(0x0B);
    assertThat(answer.body()).isEmpty();
    assertThat(rig.bound().ask(0x21, multi(new Body().octet(2).text("all"), 1)).status())
        .isEqualTo(0x34);
  }

  private static List<EsmeReply> refused(List<EsmeSubmit> batch, int status) {
    return batch.stream().<EsmeReply>map(one -> new EsmeReply.Refused(status, "no")).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0A, 0x0B, 0x14, 0x58, 0x66})
  void a_refusal_of_the_application_is_the_answer(int status) {
    rig.application.onSubmits(batch -> refused(batch, status));
    assertThat(rig.bound().submit(SubmitFields.good()).status()).isEqualTo(status);
  }

  @Test
  void nothing_is_answered_before_the_application_has_it() {
    CountDownLatch durable = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(durable);
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    esme.send(SubmitFields.good().pdu(77));
    rig.until(() -> rig.application.submits().size() == 1);
    assertThat(esme.ask(Pdu.ENQUIRE_LINK, new byte[0]).status()).isZero();
    assertThat(esme.socket()).satisfies(socket -> assertThat(available(esme)).isZero());
    durable.countDown();
    assertThat(esme.next().sequence()).isEqualTo(77);
  }

  private static int available(TestEsme esme) {
    try {
      return esme.socket().getInputStream().available();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_was_rolled_back_is_a_system_error() {
    TestEsme esme = rig.bound();
    rig.container.transactions().endWith(Status.STATUS_ROLLEDBACK);
    assertThat(esme.submit(SubmitFields.good()).status()).isEqualTo(0x08);
    rig.container.transactions().endWith(Status.STATUS_COMMITTED);
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
  }

  @Test
  void one_submit_nobody_can_take_does_not_hold_up_those_around_it() {
    CountDownLatch gathered = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(gathered);
          if (batch.stream().anyMatch(one -> one.destination().value().equals("666"))) {
            throw new IllegalStateException("poison");
          }
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    for (int sequence = 1; sequence <= 20; sequence++) {
      String to = sequence == 10 ? "666" : "55" + sequence;
      esme.send(SubmitFields.good().to(1, 1, to).pdu(sequence));
    }
    rig.until(() -> !rig.application.batches().isEmpty());
    gathered.countDown();
    Map<Integer, Integer> statuses = statuses(esme, 20);
    assertThat(statuses.remove(10)).isEqualTo(0x08);
    assertThat(statuses.values()).containsOnly(0);
  }

  private static Map<Integer, Integer> statuses(TestEsme esme, int count) {
    Map<Integer, Integer> statuses = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Pdu answer = esme.next();
      assertThat(statuses.put(answer.sequence(), answer.status())).isNull();
    }
    return statuses;
  }

  @Test
  void an_application_that_forgets_replies_has_failed() {
    rig.application.onSubmits(batch -> List.of());
    assertThat(rig.bound().submit(SubmitFields.good()).status()).isEqualTo(0x08);
  }

  @Test
  void submits_keep_their_order_within_each_session_and_leave_in_batches() {
    List<TestEsme> esmes = IntStream.range(0, 5).mapToObj(i -> rig.esme().bound("e" + i)).toList();
    for (int round = 0; round < 100; round++) {
      for (int i = 0; i < 5; i++) {
        SubmitFields fields = SubmitFields.saying("n" + round).to(1, 1, "55" + i);
        esmes.get(i).send(fields.pdu(round + 10));
      }
    }
    esmes.forEach(esme -> assertThat(statuses(esme, 100).values()).containsOnly(DONE));
    for (int i = 0; i < 5; i++) {
      String destination = "55" + i;
      List<String> texts =
          rig.application.submits().stream()
              .filter(one -> one.destination().value().equals(destination))
              .map(one -> new String(one.content().octets(), StandardCharsets.ISO_8859_1))
              .toList();
      assertThat(texts).isEqualTo(IntStream.range(0, 100).mapToObj(round -> "n" + round).toList());
    }
  }

  @Test
  void what_arrives_while_one_batch_is_taken_is_the_next_batch() {
    CountDownLatch gathered = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(gathered);
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    for (int sequence = 1; sequence <= 41; sequence++) {
      esme.send(SubmitFields.good().pdu(sequence));
    }
    esme.ask(Pdu.ENQUIRE_LINK, new byte[0]);
    gathered.countDown();
    statuses(esme, 41);
    assertThat(rig.application.batches()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void beyond_the_window_a_submit_is_throttled_and_the_session_goes_on() {
    rig.limit(10, 3, 0);
    CountDownLatch taken = new CountDownLatch(1);
    rig.application.onSubmits(
        batch -> {
          await(taken);
          return TestApplication.done(batch);
        });
    TestEsme esme = rig.bound();
    for (int sequence = 1; sequence <= 5; sequence++) {
      esme.send(SubmitFields.good().pdu(sequence));
    }
    assertThat(statuses(esme, 2)).containsOnly(Map.entry(4, THROTTLED), Map.entry(5, THROTTLED));
    taken.countDown();
    assertThat(statuses(esme, 3)).containsOnlyKeys(1, 2, 3);
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
    assertThat(rig.onlySession().throttled()).isEqualTo(2);
    assertThat(rig.onlySession().submitted()).isEqualTo(4);
  }

  @Test
  void beyond_the_rate_submits_are_throttled_over_all_sessions_of_the_account() {
    rig.limit(10, 100, 1);
    List<TestEsme> esmes = List.of(rig.bound(), rig.bound());
    int done = 0;
    for (int i = 0; i < 10; i++) {
      for (TestEsme esme : esmes) {
        int status = esme.submit(SubmitFields.good()).status();
        assertThat(status).isIn(DONE, THROTTLED);
        done += status == DONE ? 1 : 0;
      }
    }
    assertThat(done).isPositive().isLessThan(20);
  }

  @Test
  void new_limits_count_at_once() {
    rig.limit(10, 100, 1);
    TestEsme esme = rig.bound();
    esme.submit(SubmitFields.good());
    rig.server.update(EsmeRig.account(10, 100, 0));
    for (int i = 0; i < 20; i++) {
      assertThat(esme.submit(SubmitFields.good()).status()).isZero();
    }
  }

  @Test
  void sequence_numbers_are_the_peers_business() {
    TestEsme esme = rig.bound();
    for (int sequence : new int[] {0, 0x7FFFFFFF, 1, 1, -1}) {
      esme.send(SubmitFields.good().pdu(sequence));
      assertThat(esme.next().sequence()).isEqualTo(sequence);
    }
    assertThat(new HashSet<>(ids())).hasSize(5);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    rig.application.submits().forEach(submit -> ids.add(submit.id().toString()));
    return ids;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
