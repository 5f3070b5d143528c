package io.chasqui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter.Message_state;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {

  private static SimulatorOptionsBuilder prompt() {
    return SimulatorOptions.builder().receiptDelay(Delay.NONE).receiptRetry(Delay.ofMillis(20));
  }

  private static DeliverSm receiptOf(Esme esme) {
    await().until(() -> !esme.received().isEmpty());
    return esme.received().get(0);
  }

  private static String text(DeliverSm receipt) {
    return new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
  }

  private static String receiptedId(DeliverSm receipt) {
    return ((Receipted_message_id) receipt.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID))
        .getValueAsString();
  }

  @Test
  void a_carrier_may_have_a_word_of_its_own_for_delivered() throws Exception {
    try (Simulator simulator =
            Simulator.start(
                prompt().deliveredWord("HANDSET_OK").receiptForm(ReceiptForm.TEXT).build());
        Esme esme = Esme.bind(simulator)) {
      esme.submit("Hello");
      assertThat(text(receiptOf(esme))).contains(" stat:HANDSET_OK err:000 ");
    }
  }

  @Test
  void receipts_held_back_gather_until_they_are_let_go() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().build());
        Esme esme = Esme.bind(simulator)) {
      simulator.holdReceipts(true);
      esme.submit("one");
      esme.submit("two");
      await().until(() -> simulator.log().counters().receiptsWaiting() == 2);
      assertThat(esme.received()).isEmpty();
      simulator.holdReceipts(false);
      await().until(() -> esme.received().size() == 2);
    }
  }

  @Test
  void a_receipt_has_the_usual_text_the_tlvs_and_the_addresses_swapped() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().build());
        Esme esme = Esme.bind(simulator)) {
      String id = esme.submit("A text of more than twenty characters");
      DeliverSm receipt = receiptOf(esme);

      assertThat(text(receipt))
          .matches(
              "id:"
                  + id
                  + " sub:001 dlvrd:001 submit date:\\d{10} done date:\\d{10} stat:DELIVRD err:000"
                  + " text:A text of more than ");
      assertThat(receipt.getEsmClass()).isEqualTo((byte) 0x04);
      assertThat(receipt.getSourceAddr()).isEqualTo("5511999990000");
      assertThat(receipt.getSourceAddrTon()).isEqualTo((byte) 1);
      assertThat(receipt.getDestAddress()).isEqualTo("Chasqui");
      assertThat(receipt.getDestAddrTon()).isEqualTo((byte) 5);
      assertThat(receiptedId(receipt)).isEqualTo(id);
      assertThat(((Message_state) receipt.getOptionalParameter(Tag.MESSAGE_STATE)).getValue())
          .isEqualTo((byte) 2);
      await().until(() -> simulator.log().counters().receipts() == 1);
      assertThat(simulator.log().receipts())
          .singleElement()
          .satisfies(r -> assertThat(r.answer()).isZero());
    }
  }

  @Test
  void an_undelivered_message_says_its_state_and_error() throws Exception {
    SimulatorOptions failing = prompt().undelivered(1, ReceiptState.EXPIRED, "027").build();
    try (Simulator simulator = Simulator.start(failing);
        Esme esme = Esme.bind(simulator)) {
      esme.submit("too late");
      DeliverSm receipt = receiptOf(esme);

      assertThat(text(receipt)).contains(" dlvrd:000 ", " stat:EXPIRED err:027 ");
      assertThat(((Message_state) receipt.getOptionalParameter(Tag.MESSAGE_STATE)).getValue())
          .isEqualTo((byte) 3);
    }
  }

  @ParameterizedTest
  @EnumSource(ReceiptForm.class)
  void the_form_decides_between_text_and_tlvs(ReceiptForm form) throws Exception {
    try (Simulator simulator = Simulator.start(prompt().receiptForm(form).build());
        Esme esme = Esme.bind(simulator)) {
      esme.submit("form");
      DeliverSm receipt = receiptOf(esme);

      assertThat(text(receipt).isEmpty()).isEqualTo(form == ReceiptForm.TLV);
      assertThat(receipt.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) == null)
          .isEqualTo(form == ReceiptForm.TEXT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DECIMAL, DECIMAL",
    "DECIMAL, HEX",
    "DECIMAL, UPPER_HEX",
    "DECIMAL, ZERO_PADDED",
    "HEX, DECIMAL",
    "HEX, HEX",
    "HEX, UPPER_HEX",
    "HEX, ZERO_PADDED",
    "UPPER_HEX, DECIMAL",
    "UPPER_HEX, HEX",
    "UPPER_HEX, UPPER_HEX",
    "UPPER_HEX, ZERO_PADDED",
    "ZERO_PADDED, DECIMAL",
    "ZERO_PADDED, HEX",
    "ZERO_PADDED, UPPER_HEX",
    "ZERO_PADDED, ZERO_PADDED"
  })
  void both_ids_are_the_same_number_each_in_its_style(IdStyle answered, IdStyle receipted)
      throws Exception {
    SimulatorOptions dialect = prompt().idStyle(answered).receiptIdStyle(receipted).build();
    try (Simulator simulator = Simulator.start(dialect);
        Esme esme = Esme.bind(simulator)) {
      long number = numberOf(esme.submit("dialect"), answered);
      String id = receiptedId(receiptOf(esme));

      assertThat(numberOf(id, receipted)).isEqualTo(number);
      assertThat(text(receiptOf(esme))).startsWith("id:" + id + " ");
    }
  }

  private static long numberOf(String id, IdStyle style) {
    return switch (style) {
      case DECIMAL -> {
        assertThat(id).matches("[1-9]\\d*");
        yield Long.parseLong(id);
      }
      case HEX -> {
        assertThat(id).matches("[1-9a-f][0-9a-f]*");
        yield Long.parseLong(id, 16);
      }
      case UPPER_HEX -> {
        assertThat(id).matches("[1-9A-F][0-9A-F]*");
        yield Long.parseLong(id, 16);
      }
      case ZERO_PADDED -> {
        assertThat(id).matches("0\\d{19}");
        yield Long.parseLong(id);
      }
      case UUID -> throw new IllegalArgumentException("a uuid is no number");
    };
  }

  @Test
  void a_uuid_is_the_same_in_both() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().idStyle(IdStyle.UUID).build());
        Esme esme = Esme.bind(simulator)) {
      String id = esme.submit("uuid");

      assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(receiptedId(receiptOf(esme))).isEqualTo(id);
    }
  }

  @Test
  void only_those_are_reported_whose_registered_delivery_asks() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().build());
        Esme esme = Esme.bind(simulator)) {
      esme.submit("none", 0);
      esme.submit("failures only", 2);
      String asked = esme.submit("all", 1);

      await().until(() -> simulator.log().counters().receipts() == 1);
      assertThat(receiptedId(receiptOf(esme))).isEqualTo(asked);
      assertThat(simulator.log().counters().receiptsWaiting()).isZero();
    }
  }

  @Test
  void switched_off_none_is_owed() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().receipts(false).build());
        Esme esme = Esme.bind(simulator)) {
      esme.submit("quiet");
      esme.submit("quiet");
      // The first receipt's turn was before the second answer's.
      assertThat(simulator.log().counters().receiptsWaiting()).isZero();
      assertThat(esme.received()).isEmpty();
    }
  }

  @Test
  void receipts_wait_until_the_system_id_is_bound_to_receive_again() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().build())) {
      String id;
      try (Esme transmitter = Esme.bind(simulator, BindType.BIND_TX, "esme", "secret")) {
        id = transmitter.submit("kept");
        await().until(() -> simulator.log().counters().receiptsWaiting() == 1);
        transmitter.vanish();
      }
      try (Esme other = Esme.bind(simulator, BindType.BIND_TRX, "other", "secret");
          Esme back = Esme.bind(simulator, BindType.BIND_RX, "esme", "secret")) {
        assertThat(receiptedId(receiptOf(back))).isEqualTo(id);
        await().until(() -> simulator.log().counters().receiptsWaiting() == 0);
        assertThat(other.received()).isEmpty();
      }
    }
  }

  @Test
  void a_receipt_unanswered_when_its_link_ends_comes_again() throws Exception {
    SimulatorOptions options = prompt().receiptDelay(Delay.between(50, 100)).build();
    try (Simulator simulator = Simulator.start(options)) {
      try (Esme doomed = Esme.bind(simulator)) {
        for (int i = 0; i < 20; i++) {
          doomed.submit("twice if need be");
        }
        simulator.dropLinks();
      }
      try (Esme back = Esme.bind(simulator)) {
        await().until(() -> simulator.log().counters().receipts() == 20);
        assertThat(simulator.log().counters().receiptsWaiting()).isZero();
        assertThat(back.bound()).isTrue();
      }
    }
  }

  @Test
  void a_refused_receipt_is_tried_again_until_it_is_taken() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().build());
        Esme esme = Esme.bind(simulator).answering(0x14)) {
      esme.submit("busy");
      await().until(() -> simulator.log().receipts().size() >= 3);
      esme.answering(0);

      await().until(() -> simulator.log().counters().receipts() == 1);
      List<SentReceipt> attempts = simulator.log().receipts();
      assertThat(attempts.get(0).answer()).isEqualTo(0x14);
      assertThat(attempts.get(0).attempt()).isEqualTo(1);
      assertThat(attempts.get(attempts.size() - 1).answer()).isZero();
      assertThat(attempts.get(attempts.size() - 1).attempt()).isEqualTo(attempts.size());
    }
  }

  @Test
  void after_the_last_attempt_a_receipt_is_given_up() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().receiptAttempts(3).build());
        Esme esme = Esme.bind(simulator).answering(0x08)) {
      esme.submit("never wanted");

      await().until(() -> simulator.log().counters().receiptsGivenUp() == 1);
      assertThat(simulator.log().receipts()).hasSize(3);
      assertThat(simulator.log().counters().receiptsWaiting()).isZero();
    }
  }

  @Test
  void the_receipt_comes_before_the_response_when_told_so() throws Exception {
    SimulatorOptions hasty = prompt().receiptFirst(true).answerDelay(Delay.ofMillis(200)).build();
    try (Simulator simulator = Simulator.start(hasty);
        Esme esme = Esme.bind(simulator)) {
      String id = esme.submit("hasty");

      assertThat(esme.received()).hasSize(1);
      assertThat(receiptedId(receiptOf(esme))).isEqualTo(id);
    }
  }

  @Test
  void a_thousand_receipts_all_arrive_through_a_window_of_ten() throws Exception {
    try (Simulator simulator = Simulator.start(prompt().receiptWindow(10).build());
        Esme esme = Esme.bind(simulator)) {
      for (int i = 0; i < 1_000; i++) {
        esme.submit("many");
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> simulator.log().counters().receipts() == 1_000);
      assertThat(esme.received().stream().map(ReceiptTest::receiptedId).distinct()).hasSize(1_000);
      assertThat(simulator.log().counters().receiptFailures()).isZero();
    }
  }
}
