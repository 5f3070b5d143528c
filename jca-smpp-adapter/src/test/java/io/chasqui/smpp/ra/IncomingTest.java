package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.smpp.smsc.DeliverSm;
import io.chasqui.smpp.smsc.Pdu;
import io.chasqui.smpp.smsc.SmscSession;
import jakarta.transaction.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingTest {
  private static final String RECEIPT =
      "id:smsc-1 sub:001 dlvrd:001 submit date:2611221300 done date:2611221301 stat:DELIVRD"
          + " err:000 text:hello";

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_delivery_is_bracketed_and_acknowledged_after_the_bracket() {
    rig.bind();
    CompletableFuture<Integer> answer = rig.smsc.deliver(DeliverSm.incoming("hello"));
    assertThat(answer).succeedsWithin(Rig.SOON).isEqualTo(0);
    assertThat(rig.endpoints.calls()).startsWith("before onEvents", "deliver", "after");
  }

  @Test
  void a_listener_that_throws_is_still_followed_by_the_end_of_the_delivery() {
    rig.endpoints.listen(
        batch -> {
          throw new IllegalStateException("no room on disk");
        });
    rig.bind();
    assertThat(rig.smsc.deliver(DeliverSm.incoming("hello")))
        .succeedsWithin(Rig.SOON)
        .isEqualTo(0x64);
    assertThat(rig.endpoints.calls()).startsWith("before onEvents", "deliver", "after");
    rig.until(() -> rig.endpoints.calls().contains("release"));
  }

  @Test
  void what_could_not_be_committed_is_not_acknowledged() {
    rig.bind();
    rig.container.transactions().endWith(Status.STATUS_ROLLEDBACK);
    assertThat(rig.smsc.deliver(DeliverSm.incoming("hello")))
        .succeedsWithin(Rig.SOON)
        .isEqualTo(0x64);
    rig.container.transactions().endWith(Status.STATUS_COMMITTED);
    assertThat(rig.smsc.deliver(DeliverSm.incoming("hello"))).succeedsWithin(Rig.SOON).isEqualTo(0);
  }

  @Test
  void a_listener_without_a_transaction_is_taken_at_its_word() {
    rig.bind();
    rig.container.transactions().endWith(Status.STATUS_NO_TRANSACTION);
    assertThat(rig.smsc.deliver(DeliverSm.incoming("hello"))).succeedsWithin(Rig.SOON).isEqualTo(0);
  }

  @Test
  void without_an_active_listener_the_smsc_is_asked_to_repeat() {
    rig.container.adapter().endpointDeactivation(rig.endpoints, new SmppActivationSpec());
    rig.bind();
    assertThat(rig.smsc.deliver(DeliverSm.incoming("hello")))
        .succeedsWithin(Rig.SOON)
        .isEqualTo(0x64);
  }

  @Test
  void a_receipt_is_read_from_its_text() {
    rig.bind();
    assertThat(rig.smsc.deliver(DeliverSm.receipt(RECEIPT, ""))).succeedsWithin(Rig.SOON);
    assertThat(rig.events)
        .singleElement()
        .isInstanceOfSatisfying(
            LinkEvent.Receipt.class,
            receipt -> {
              assertThat(receipt.receipt().carrierMessageId()).isEqualTo("smsc-1");
              assertThat(receipt.receipt().state()).isEqualTo(ReceiptState.DELIVERED);
              assertThat(receipt.source().display()).isEqualTo("+5511999990000");
            });
  }

  @Test
  void a_receipt_is_read_from_its_parameters() {
    rig.bind();
    String parameters = "001e0007" + hex("smsc-7\0") + "042700010" + "5" + "0423000303000b";
    assertThat(rig.smsc.deliver(DeliverSm.receipt("", parameters))).succeedsWithin(Rig.SOON);
    assertThat(rig.events)
        .singleElement()
        .isInstanceOfSatisfying(
            LinkEvent.Receipt.class,
            receipt -> {
              assertThat(receipt.receipt().carrierMessageId()).isEqualTo("smsc-7");
              assertThat(receipt.receipt().state()).isEqualTo(ReceiptState.UNDELIVERABLE);
              assertThat(receipt.receipt().error()).isEqualTo("011");
            });
  }

  @Test
  void a_receipt_nobody_can_read_is_kept_as_a_message() {
    rig.bind();
    assertThat(rig.smsc.deliver(DeliverSm.receipt("all is well", "")))
        .succeedsWithin(Rig.SOON)
        .isEqualTo(0);
    assertThat(rig.events).singleElement().isInstanceOf(LinkEvent.Incoming.class);
  }

  @Test
  void a_receipt_before_its_response_comes_in_and_the_response_still_counts() {
    rig.bind();
    List<CompletableFuture<Integer>> receipts = new ArrayList<>();
    rig.smsc.answer(
        (submit, session) -> {
          receipts.add(rig.smsc.deliver(DeliverSm.receipt(RECEIPT, ""), session));
          rig.smsc.accept(submit, session);
        });
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(receipts.get(0)).succeedsWithin(Rig.SOON).isEqualTo(0);
    assertThat(rig.outcomes.of(Accepted.class))
        .singleElement()
        .satisfies(one -> assertThat(one.carrierMessageId()).isEqualTo("smsc-1"));
    assertThat(rig.events).singleElement().isInstanceOf(LinkEvent.Receipt.class);
  }

  @Test
  void a_long_text_in_message_payload_comes_in() {
    rig.bind();
    String text = "x".repeat(1000);
    rig.smsc.deliver(DeliverSm.receipt(RECEIPT, ""));
    assertThat(deliver(0, "", "042403e8" + hex(text))).succeedsWithin(Rig.SOON).isEqualTo(0);
    assertThat(text(rig.events.get(1))).isEqualTo(text);
  }

  @Test
  void segmentation_by_parameters_becomes_the_header_that_says_the_same() {
    rig.bind();
    assertThat(deliver(0, "part", "020c00020102" + "020e000103" + "020f000102"))
        .succeedsWithin(Rig.SOON);
    LinkEvent.Incoming part = (LinkEvent.Incoming) rig.events.get(0);
    assertThat(part.udhi()).isTrue();
    assertThat(part.userData()).isEqualTo(HexFormat.of().parseHex("06080401020302" + hex("part")));
  }

  @Test
  void a_header_of_its_own_is_left_as_it_came() {
    rig.bind();
    DeliverSm pdu =
        new DeliverSm("1", "2", 0x40, 8, HexFormat.of().parseHex("050003aa02010041"), "");
    assertThat(rig.smsc.deliver(pdu)).succeedsWithin(Rig.SOON);
    LinkEvent.Incoming part = (LinkEvent.Incoming) rig.events.get(0);
    assertThat(part.udhi()).isTrue();
    assertThat(part.coding().value()).isEqualTo(8);
    assertThat(part.userData()).isEqualTo(pdu.text());
  }

  private CompletableFuture<Integer> deliver(int esmClass, String text, String tlvs) {
    return rig.smsc.deliver(
        new DeliverSm(
            "5511999990000",
            "12345",
            esmClass,
            0,
            text.getBytes(StandardCharsets.ISO_8859_1),
            tlvs));
  }

  @Test
  void a_flood_is_taken_in_batches_while_submits_flow() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Integer> batches = new ArrayList<>();
    rig.endpoints.listen(
        batch -> {
          batches.add(batch.size());
          awaitLatch(go);
        });
    rig.bind();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      answers.add(rig.smsc.deliver(DeliverSm.incoming("m" + i)));
    }
    rig.submit(10);
    rig.awaitOutcomes(10);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(10);
    go.countDown();
    for (CompletableFuture<Integer> answer : answers) {
      assertThat(answer).succeedsWithin(Rig.SOON).isEqualTo(0);
    }
    assertThat(batches).hasSizeLessThan(20).allMatch(size -> size <= 200);
  }

  @Test
  void one_event_nobody_can_take_is_refused_alone() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<String> taken = new CopyOnWriteArrayList<>();
    rig.endpoints.listen(
        batch -> {
          awaitLatch(go);
          List<String> texts = batch.stream().map(IncomingTest::text).toList();
          if (texts.contains("m5")) {
            throw new IllegalStateException("poison");
          }
          taken.addAll(texts);
        });
    rig.bind();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(rig.smsc.deliver(DeliverSm.incoming("m" + i)));
    }
    go.countDown();
    for (int i = 0; i < 10; i++) {
      assertThat(answers.get(i)).succeedsWithin(Rig.SOON).isEqualTo(i == 5 ? 0x64 : 0);
    }
    assertThat(taken).containsExactly("m0", "m1", "m2", "m3", "m4", "m6", "m7", "m8", "m9");
  }

  @Test
  void an_application_in_trouble_is_not_asked_for_each_event() {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    rig.endpoints.listen(
        batch -> {
          awaitLatch(go);
          calls.incrementAndGet();
          throw new IllegalStateException("no database");
        });
    rig.bind();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(rig.smsc.deliver(DeliverSm.incoming("m" + i)));
    }
    go.countDown();
    answers.forEach(answer -> assertThat(answer).succeedsWithin(Rig.SOON).isEqualTo(0x64));
    assertThat(calls.get()).isLessThan(40);
  }

  @Test
  void beyond_its_capacity_the_inbox_asks_for_a_pause_at_once() {
    CountDownLatch go = new CountDownLatch(1);
    rig.endpoints.listen(batch -> awaitLatch(go));
    rig.bind();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      answers.add(rig.smsc.deliver(DeliverSm.incoming("m" + i)));
    }
    assertThat(answers.get(2499)).succeedsWithin(Rig.SOON).isEqualTo(0x14);
    go.countDown();
    assertThat(answers.get(0)).succeedsWithin(Rig.SOON).isEqualTo(0);
  }

  @Test
  void few_but_long_events_fill_the_inbox_too_and_leave_room_once_they_are_taken() {
    CountDownLatch go = new CountDownLatch(1);
    rig.endpoints.listen(batch -> awaitLatch(go));
    rig.bind();
    String longText = "04247530" + "41".repeat(30_000);
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 320; i++) {
      answers.add(deliver(0, "", longText));
    }
    assertThat(answers.get(319)).succeedsWithin(Rig.SOON).isEqualTo(0x14);
    go.countDown();
    for (int i = 0; i < 270; i++) {
      assertThat(answers.get(i)).succeedsWithin(Rig.SOON).isEqualTo(0);
    }
    assertThat(deliver(0, "", longText)).succeedsWithin(Rig.SOON).isEqualTo(0);
  }

  @Test
  void data_sm_is_refused_and_the_session_lives() throws IOException {
    rig.bind();
    SmscSession session = rig.session();
    session.send(new Pdu(0x103, 0, 9, HexFormat.of().parseHex("000000000000000000000000")));
    assertThat(rig.smsc.deliver(DeliverSm.incoming("after"))).succeedsWithin(Rig.SOON).isEqualTo(0);
  }

  private static String text(LinkEvent event) {
    return new String(((LinkEvent.Incoming) event).userData(), StandardCharsets.ISO_8859_1);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(Rig.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
