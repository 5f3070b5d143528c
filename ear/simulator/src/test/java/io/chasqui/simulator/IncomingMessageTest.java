package io.chasqui.simulator;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncomingMessageTest {

  private Simulator simulator;

  @BeforeEach
  void start() throws Exception {
    simulator = Simulator.start(SimulatorOptions.builder().build());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private int inject(MobileOriginated message) throws Exception {
    return simulator.inject(message).get(15, TimeUnit.SECONDS);
  }

  private static MobileOriginated saying(String text) {
    return MobileOriginated.of("+5511988887777", "12345", text);
  }

  @Test
  void a_short_text_comes_in_the_gsm_alphabet() throws Exception {
    try (Esme esme = Esme.bind(simulator)) {
      assertThat(inject(saying("Olá? @ {1€}".replace('á', 'à')))).isZero();

      DeliverSm got = esme.received().get(0);
      assertThat(got.getSourceAddr()).isEqualTo("5511988887777");
      assertThat(got.getSourceAddrTon()).isEqualTo((byte) 1);
      assertThat(got.getDestAddress()).isEqualTo("12345");
      assertThat(got.getEsmClass()).isZero();
      assertThat(got.getDataCoding()).isZero();
      assertThat(got.getShortMessage())
          .containsExactly(
              'O', 'l', 0x7F, '?', ' ', 0, ' ', 0x1B, 0x28, '1', 0x1B, 0x65, 0x1B, 0x29);
    }
  }

  @Test
  void other_letters_come_in_ucs2() throws Exception {
    try (Esme esme = Esme.bind(simulator)) {
      assertThat(inject(saying("Привет 👋"))).isZero();

      DeliverSm got = esme.received().get(0);
      assertThat(got.getDataCoding()).isEqualTo((byte) 8);
      assertThat(new String(got.getShortMessage(), UTF_16BE)).isEqualTo("Привет 👋");
    }
  }

  @Test
  void the_alphabet_can_be_forced() throws Exception {
    try (Esme esme = Esme.bind(simulator)) {
      inject(saying("plain").in(Coding.UCS2));
      assertThat(esme.received().get(0).getDataCoding()).isEqualTo((byte) 8);
    }
  }

  @Test
  void a_long_gsm_text_comes_in_parts_that_split_no_escape() throws Exception {
    String text = "a".repeat(152) + "€" + "b".repeat(200);
    try (Esme esme = Esme.bind(simulator)) {
      assertThat(inject(saying(text))).isZero();

      List<DeliverSm> parts = inOrder(esme.received());
      assertThat(parts).hasSize(3).allSatisfy(p -> assertThat(p.isUdhi()).isTrue());
      assertThat(parts.get(0).getShortMessage()).startsWith(5, 0, 3).hasSize(6 + 152);
      assertThat(parts.stream().map(p -> Gsm7.decode(body(p))).collect(Collectors.joining()))
          .isEqualTo(text);
      assertThat(parts.stream().map(p -> p.getShortMessage()[3]).distinct())
          .as("one reference")
          .hasSize(1);
    }
  }

  @Test
  void a_long_ucs2_text_comes_in_parts_that_split_no_character() throws Exception {
    String text = "ж".repeat(66) + "👋" + "ж".repeat(80);
    try (Esme esme = Esme.bind(simulator)) {
      assertThat(inject(saying(text))).isZero();

      List<DeliverSm> parts = inOrder(esme.received());
      assertThat(parts).hasSize(3);
      assertThat(body(parts.get(0))).hasSize(2 * 66);
      assertThat(parts.stream().map(p -> new String(body(p), UTF_16BE)))
          .as("each part is whole by itself")
          .allSatisfy(p -> assertThat(p).doesNotContain("\uFFFD"));
      assertThat(
              parts.stream().map(p -> new String(body(p), UTF_16BE)).collect(Collectors.joining()))
          .isEqualTo(text);
    }
  }

  private static List<DeliverSm> inOrder(List<DeliverSm> parts) {
    return parts.stream()
        .sorted((a, b) -> a.getShortMessage()[5] - b.getShortMessage()[5])
        .toList();
  }

  private static byte[] body(DeliverSm part) {
    return Arrays.copyOfRange(part.getShortMessage(), 6, part.getShortMessage().length);
  }

  @Test
  void the_answer_of_the_esme_is_told() throws Exception {
    try (Esme esme = Esme.bind(simulator).answering(0x14)) {
      assertThat(inject(saying("no"))).isEqualTo(0x14);
      assertThat(simulator.log().counters().messagesOriginated()).isZero();
    }
  }

  @Test
  void a_transmitter_gets_none() throws Exception {
    try (Esme esme = Esme.bind(simulator, BindType.BIND_TX, "esme", "secret")) {
      assertThatThrownBy(() -> inject(saying("to nobody")))
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(esme.received()).isEmpty();
    }
  }

  @Test
  void they_come_by_schedule() throws Exception {
    SimulatorOptions chatty =
        SimulatorOptions.builder().mo(Delay.ofMillis(20), "5511988887777", "12345", "hi").build();
    try (Simulator scheduled = Simulator.start(chatty);
        Esme esme = Esme.bind(scheduled)) {
      await().until(() -> esme.received().size() >= 3);
      await().until(() -> scheduled.log().counters().messagesOriginated() >= 3);
    }
  }
}
