package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.Bottleneck;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.link.TracedPdu.Direction;
import io.chasqui.domain.link.TracedPdu.Field;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.DeliverSm;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures and traces of a link. */
class ObservedLinkTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  private LinkFigures figures() {
    return rig.links.figures(Settings.ID);
  }

  @Test
  void pdus_octets_and_response_times_are_counted() {
    rig.bind();
    rig.submit(10);
    rig.awaitOutcomes(10);
    assertThat(figures().pdusOut())
        .containsEntry("submit_sm", 10L)
        .containsEntry("bind_transceiver", 1L);
    assertThat(figures().pdusIn())
        .containsEntry("submit_sm_resp", 10L)
        .containsEntry("bind_transceiver_resp", 1L);
    assertThat(figures().octetsOut()).isGreaterThan(10 * 50);
    assertThat(figures().octetsIn()).isGreaterThan(10 * 17);
    assertThat(figures().responseTime().count()).isEqualTo(10);
    assertThat(figures().responseTime().mean()).isPositive();
  }

  @Test
  void figures_outlive_a_restart_of_the_link() {
    rig.bind();
    rig.submit(3);
    rig.awaitOutcomes(3);
    rig.links.stop(Settings.ID, Rig.SOON);
    rig.bind();
    assertThat(figures().pdusOut()).containsEntry("submit_sm", 3L).containsEntry("unbind", 1L);
  }

  @Test
  void submits_without_an_answer_and_late_answers_are_counted() {
    rig.bind(rig.settings().withTimeout(Duration.ofMillis(200)));
    rig.smsc.hold();
    rig.submit(2);
    rig.awaitOutcomes(2);
    assertThat(figures().unknown()).isEqualTo(2);
    rig.smsc.release();
    rig.awaitOutcomes(4);
    assertThat(figures().lateAnswers()).isEqualTo(2);
  }

  @Test
  void a_full_window_is_named_as_what_holds_the_link_up() throws Exception {
    rig.bind();
    rig.smsc.hold();
    rig.submit(10);
    rig.until(() -> figures().bottleneck() == Bottleneck.WINDOW);
    assertThat(rig.links.awaitCapacity(Settings.ID, Duration.ofMillis(100))).isZero();
    assertThat(figures().windowWait().count()).isEqualTo(1);
    assertThat(figures().windowWait().total()).isGreaterThanOrEqualTo(Duration.ofMillis(90));
  }

  @Test
  void the_rate_agreed_is_named_when_it_is_used_up() {
    rig.bind(rig.settings().withRate(1));
    rig.until(
        () -> {
          rig.submit(1);
          return figures().bottleneck() == Bottleneck.RATE;
        });
  }

  @Test
  void a_link_nobody_uses_is_idle_and_one_that_is_not_bound_waits_for_its_peer() {
    rig.bind();
    rig.until(() -> figures().bottleneck() == Bottleneck.IDLE);
    rig.smsc.close();
    rig.until(() -> figures().bottleneck() == Bottleneck.PEER);
  }

  @Test
  void a_link_nobody_knows_has_no_figures_and_no_trace() {
    ConnectorId nobody = ConnectorId.of("nobody");
    assertThat(rig.links.figures(nobody)).isEqualTo(LinkFigures.NONE);
    assertThat(rig.links.recent(nobody)).isEmpty();
  }

  @Test
  void nothing_is_kept_until_the_trace_is_on() {
    rig.bind();
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.links.recent(Settings.ID)).isEmpty();
  }

  @Test
  void a_trace_shows_every_pdu_either_way_with_its_fields() {
    rig.links.trace(Settings.ID, TraceMode.MASKED);
    rig.bind();
    rig.submit(1);
    rig.awaitOutcomes(1);
    List<TracedPdu> trace = rig.links.recent(Settings.ID);
    assertThat(trace)
        .extracting(TracedPdu::command)
        .containsExactly(
            "bind_transceiver", "bind_transceiver_resp", "submit_sm", "submit_sm_resp");
    assertThat(trace)
        .extracting(TracedPdu::direction)
        .containsExactly(Direction.OUT, Direction.IN, Direction.OUT, Direction.IN);
    assertThat(trace.get(2).fields())
        .contains(
            new Field("destination_addr", "5511999990000 (TON 1, NPI 1)"),
            new Field("short_message", "1 octets"));
    assertThat(trace.get(3).status()).isEqualTo("ESME_ROK (0x00)");
    assertThat(trace.get(3).fields()).contains(new Field("message_id", "smsc-1"));
    assertThat(trace.get(2).sequence()).isEqualTo(trace.get(3).sequence());
    assertThat(trace.get(2).session()).startsWith("transceiver to ");
  }

  @Test
  void texts_are_shown_only_where_that_is_allowed_and_passwords_never() {
    rig.links.trace(Settings.ID, TraceMode.WITH_CONTENT);
    rig.bind();
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.links.recent(Settings.ID).get(2).fields())
        .contains(new Field("short_message", HexFormat.of().formatHex("0".getBytes())));
    assertThat(rig.links.recent(Settings.ID).toString()).doesNotContain("secret");
    rig.links.trace(Settings.ID, TraceMode.MASKED);
    assertThat(rig.links.recent(Settings.ID)).isEmpty();
  }

  @Test
  void a_long_text_in_message_payload_is_masked_too() {
    rig.links.trace(Settings.ID, TraceMode.MASKED);
    rig.bind();
    byte[] none = {};
    assertThat(
            rig.smsc.deliver(
                new DeliverSm("5511999990000", "12345", 0, 0, none, "0424000568656c6c6f")))
        .succeedsWithin(Rig.SOON);
    TracedPdu deliver =
        rig.links.recent(Settings.ID).stream()
            .filter(one -> one.command().equals("deliver_sm"))
            .findFirst()
            .orElseThrow();
    assertThat(deliver.fields()).contains(new Field("tlv 0x0424", "5 octets"));
    assertThat(deliver.toString()).doesNotContain("68656c6c6f");
  }

  @Test
  void a_trace_is_bounded() {
    rig.links.trace(Settings.ID, TraceMode.MASKED);
    rig.bind(rig.settings().withWindow(1000));
    rig.submit(600);
    rig.awaitOutcomes(600);
    assertThat(rig.links.recent(Settings.ID)).hasSize(500);
  }
}
