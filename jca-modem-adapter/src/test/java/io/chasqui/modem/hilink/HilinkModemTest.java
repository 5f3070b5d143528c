package io.chasqui.modem.hilink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.HilinkVariant;
import io.chasqui.domain.link.HilinkWire;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkEvent.Incoming;
import io.chasqui.domain.link.LinkEvent.Receipt;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.Registration;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.device.SendResult.InDoubt;
import io.chasqui.modem.device.SendResult.NotSent;
import io.chasqui.modem.device.SendResult.Sent;
import io.chasqui.simulator.hilink.HilinkStick;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HilinkModemTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration QUICK = Duration.ofMillis(20);
  private static final HilinkTimers TIMERS =
      new HilinkTimers(
          Duration.ofSeconds(5), QUICK, Duration.ofSeconds(5), QUICK, QUICK, Duration.ZERO, QUICK);
  private static final String TO = "+5511999990001";

  private final Queue<LinkEvent> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HilinkStick stick;
  private Modem modem;

  @BeforeEach
  void plugIn() throws Exception {
    stick = new HilinkStick(500);
  }

  @AfterEach
  void unplug() {
    if (modem != null) {
      modem.close();
    }
    stick.close();
    threads.shutdownNow();
  }

  private void open() {
    open(HilinkWire.at(stick.url()), TIMERS);
  }

  private void open(HilinkWire wire, HilinkTimers timers) {
    modem =
        HilinkModem.open(
            new ModemSurroundings(
                ConnectorId.of("sims"),
                new ModemSettings("stick", wire, SimSettings.STANDARD),
                this::take,
                status -> {},
                threads,
                Clock.systemUTC()),
            timers);
  }

  private void take(List<LinkEvent> batch) {
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("no room on disk");
    }
    events.addAll(batch);
  }

  private void openReady() {
    open();
    awaitState(ModemState.READY);
  }

  private void awaitState(ModemState state) {
    await().atMost(SOON).until(() -> modem.status().state() == state);
  }

  private static List<Segment> saying(String text) {
    EncodedText encoded = EncodedText.of(text);
    List<UserData> parts = encoded.segments(7);
    MessageId id = MessageId.next(Clock.systemUTC());
    List<Segment> segments = new ArrayList<>();
    for (UserData part : parts) {
      segments.add(
          new Segment(
              id,
              segments.size() + 1,
              parts.size(),
              Address.infer("Chasqui"),
              Address.infer(TO),
              encoded.coding(),
              part.octets(),
              part.udhi(),
              true,
              Duration.ofHours(1)));
    }
    return segments;
  }

  private SendResult send(String text) throws InterruptedException {
    return modem.sendTogether(saying(text)).get(0);
  }

  private List<Incoming> incoming() {
    return events.stream().filter(Incoming.class::isInstance).map(Incoming.class::cast).toList();
  }

  private static String text(List<Incoming> parts) {
    return ReceivedText.of(
            parts.get(0).coding(),
            parts.stream()
                .map(part -> new UserData(part.userData(), part.udhi()).payload())
                .toList())
        .text();
  }

  @Test
  void it_says_who_it_is_and_how_it_is_received() {
    openReady();
    assertThat(modem.status().identity().imei()).isEqualTo("861821030000001");
    assertThat(modem.status().identity().model()).isEqualTo("huawei E3372");
    assertThat(modem.status().radio().dbm()).hasValue(-73);
    assertThat(modem.status().radio().bars()).hasValue(4);
    assertThat(modem.status().radio().operator()).isEqualTo("Vivo");
    assertThat(modem.status().radio().registration()).isEqualTo(Registration.HOME);
    await().atMost(SOON).until(() -> modem.status().storage().total() == 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your order is on its way",
        "a < b & c > \"d\" 'e' ]]>",
        "¿Qué tal? Ação, 100 €",
        "smile \uD83D\uDE00 and \uD83D\uDC4D\uD83C\uDFFD",
        "two\nlines"
      })
  void a_text_arrives_as_it_was_written(String text) throws Exception {
    openReady();
    assertThat(send(text)).isInstanceOf(Sent.class);
    assertThat(stick.sent()).extracting(HilinkStick.SentText::content).containsExactly(text);
  }

  @Test
  void old_firmware_gets_emoji_as_pairs_of_surrogates() throws Exception {
    open(
        new HilinkWire(HilinkWire.at(stick.url()).url(), Optional.empty(), HilinkVariant.E303),
        TIMERS);
    awaitState(ModemState.READY);
    assertThat(send("\uD83D\uDE00")).isInstanceOf(Sent.class);
    assertThat(stick.sent().get(0).content()).isEqualTo("\uD83D\uDE00");
    assertThat(Cesu8.encode("\uD83D\uDE00")).hasSize(6);
  }

  @Test
  void a_long_message_goes_as_one_text_and_each_part_has_its_own_name() throws Exception {
    openReady();
    String text = "0123456789".repeat(40);
    List<SendResult> results = modem.sendTogether(saying(text));
    assertThat(results).hasSize(3).allMatch(Sent.class::isInstance).doesNotHaveDuplicates();
    assertThat(stick.sent()).extracting(HilinkStick.SentText::content).containsExactly(text);
  }

  @Test
  void a_lost_session_is_begun_anew_and_the_message_goes_once() throws Exception {
    openReady();
    for (int i = 0; i < 20; i++) {
      stick.dropSession();
      assertThat(send("message " + i)).isInstanceOf(Sent.class);
    }
    assertThat(stick.sent()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void a_busy_stick_is_not_ready_and_nothing_is_sent() throws Exception {
    openReady();
    stick.beBusy(1);
    assertThat(send("later")).isEqualTo(notSent(SendFault.BUSY, 113018));
    assertThat(send("later")).isInstanceOf(Sent.class);
    assertThat(stick.sent()).hasSize(1);
  }

  private static NotSent notSent(SendFault fault, int code) {
    return new NotSent(fault, code, new HilinkException(code).getMessage());
  }

  @Test
  void a_lost_answer_leaves_the_message_in_doubt_and_it_is_not_repeated() throws Exception {
    openReady();
    stick.loseAnswers(1);
    assertThat(send("once")).isInstanceOf(InDoubt.class);
    assertThat(send("another")).isInstanceOf(Sent.class);
    assertThat(stick.sent())
        .extracting(HilinkStick.SentText::content)
        .containsExactly("once", "another");
  }

  @Test
  void what_the_network_refuses_is_the_networks_fault() throws Exception {
    openReady();
    stick.refuse(TO);
    assertThat(send("no")).isEqualTo(new NotSent(SendFault.NETWORK, 0, "the network refused it"));
  }

  @Test
  void octets_are_not_sent_as_text() throws Exception {
    openReady();
    Segment text = saying("x").get(0);
    Segment data =
        new Segment(
            text.message(),
            1,
            1,
            text.source(),
            text.destination(),
            DataCodingScheme.BINARY,
            new byte[] {1, 2, 3},
            false,
            true,
            text.validity());
    assertThat(modem.send(data))
        .isInstanceOfSatisfying(
            NotSent.class, not -> assertThat(not.fault()).isEqualTo(SendFault.MESSAGE));
  }

  @Test
  void a_stick_that_is_not_there_is_the_modems_fault_and_comes_back_by_itself() throws Exception {
    openReady();
    stick.close();
    assertThat(send("x")).isEqualTo(new NotSent(SendFault.MODEM, 0, "the stick is not reached"));
    awaitState(ModemState.ABSENT);
    assertThat(modem.status().detail()).contains("next attempt in");
  }

  @Test
  void an_incoming_message_is_deleted_only_after_it_was_taken() {
    refusals.set(3);
    openReady();
    stick.receive("+5511988887777", "Olá");
    await().atMost(SOON).until(() -> incoming().size() == 1);
    assertThat(refusals).hasValue(0);
    assertThat(incoming().get(0).source().display()).isEqualTo("+5511988887777");
    assertThat(text(incoming())).isEqualTo("Olá");
    await().atMost(SOON).until(() -> stick.waiting() == 0);
  }

  @Test
  void a_message_that_is_read_again_has_the_same_id() {
    IncomingParts parts =
        new IncomingParts(ConnectorId.of("sims"), "861821030000001", Address.infer("stick"));
    StoredMessage message =
        new StoredMessage(40001, "+5511988887777", "hello", "2026-11-22 12:00:00", 1);
    Incoming first = (Incoming) parts.of(message, Clock.systemUTC().instant()).get(0);
    Incoming again = (Incoming) parts.of(message, Clock.systemUTC().instant()).get(0);
    assertThat(again.id()).isEqualTo(first.id());
  }

  @Test
  void a_full_stick_is_emptied_page_by_page_oldest_first() {
    for (int i = 0; i < 500; i++) {
      stick.receive("+5511988887777", "message " + i);
    }
    assertThat(stick.receive("+5511988887777", "no room")).isFalse();
    openReady();
    await().atMost(Duration.ofSeconds(60)).until(() -> incoming().size() == 500);
    assertThat(text(incoming().subList(0, 1))).isEqualTo("message 0");
    assertThat(text(incoming().subList(499, 500))).isEqualTo("message 499");
    await().atMost(SOON).until(() -> stick.receive("+5511988887777", "room again"));
  }

  @Test
  void a_message_that_still_grows_is_left_until_it_is_whole() {
    open(
        HilinkWire.at(stick.url()),
        new HilinkTimers(
            Duration.ofSeconds(5),
            QUICK,
            Duration.ofSeconds(5),
            QUICK,
            QUICK,
            Duration.ofMillis(500),
            QUICK));
    stick.receiveBeginning("+5511988887777", "first half, ");
    awaitState(ModemState.READY);
    stick.receiveMore("second half");
    await().atMost(SOON).until(() -> incoming().size() == 1);
    assertThat(text(incoming())).isEqualTo("first half, second half");
  }

  @Test
  void a_long_incoming_message_comes_in_parts_that_join() {
    openReady();
    String text = "0123456789".repeat(40);
    stick.receive("+5511988887777", text);
    await().atMost(SOON).until(() -> incoming().size() == 3);
    assertThat(text(incoming())).isEqualTo(text);
    assertThat(incoming()).extracting(Incoming::id).doesNotHaveDuplicates();
  }

  @Test
  void a_delivery_report_names_all_parts_of_the_oldest_message_to_its_number() throws Exception {
    openReady();
    List<SendResult> sent = modem.sendTogether(saying("0123456789".repeat(40)));
    stick.report(TO, true);
    await().atMost(SOON).until(() -> events.size() == 3);
    assertThat(events)
        .extracting(event -> ((Receipt) event).receipt().carrierMessageId())
        .containsExactlyElementsOf(
            sent.stream().map(result -> ((Sent) result).reference()).toList());
    assertThat(events)
        .allMatch(event -> ((Receipt) event).receipt().state() == ReceiptState.DELIVERED);
  }

  @Test
  void sent_messages_do_not_fill_the_stick() throws Exception {
    openReady();
    for (int i = 0; i < 40; i++) {
      send("message " + i);
    }
    await().atMost(SOON).until(() -> stick.keptSent() <= 20);
  }

  @Test
  void a_stick_that_wants_a_login_gets_it() throws Exception {
    stick.protect("hunter2");
    open(HilinkWire.at(stick.url()).withLogin("admin", "hunter2"), TIMERS);
    awaitState(ModemState.READY);
    stick.dropSession();
    assertThat(send("x")).isInstanceOf(Sent.class);
  }

  @Test
  void a_wrong_password_needs_its_operator_and_is_not_shown() {
    stick.protect("hunter2");
    open(HilinkWire.at(stick.url()).withLogin("admin", "hunter3"), TIMERS);
    awaitState(ModemState.REFUSED);
    assertThat(modem.status().detail()).contains("wrong user or password").doesNotContain("hunter");
  }

  @Test
  void a_lost_network_is_seen_and_its_return_too() {
    openReady();
    stick.served(false);
    awaitState(ModemState.UNREGISTERED);
    stick.served(true);
    awaitState(ModemState.READY);
  }

  @Test
  void the_network_is_asked_and_answers() throws Exception {
    openReady();
    assertThat(modem.ussd("*100#", SOON)).isEqualTo("Saldo: R$ 7,00");
  }

  @Test
  void the_trace_shows_what_went_by_without_its_content() throws Exception {
    openReady();
    modem.trace(TraceMode.MASKED);
    send("not to be seen");
    assertThat(modem.recent()).asString().contains("POST /api/sms/send-sms").doesNotContain("seen");
  }

  @Test
  void what_is_closed_sends_nothing() throws Exception {
    openReady();
    modem.close();
    assertThat(send("x")).isInstanceOf(NotSent.class);
    assertThat(stick.sent()).isEmpty();
    assertThatThrownBy(() -> modem.ussd("*100#", SOON)).hasMessageContaining("did not answer");
  }
}
