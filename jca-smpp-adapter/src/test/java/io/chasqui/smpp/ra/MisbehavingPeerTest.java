package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Rejected;
import io.chasqui.domain.link.SubmitOutcome.Unknown;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.Pdu;
import io.chasqui.smpp.smsc.SmscSession;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehavingPeerTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_late_answer_follows_the_unknown_outcome() {
    rig.bind(rig.settings().withTimeout(Duration.ofMillis(300)));
    rig.smsc.hold();
    rig.submit(2);
    rig.awaitOutcomes(2);
    assertThat(rig.outcomes.all()).allMatch(Unknown.class::isInstance);
    assertThat(rig.status().inFlight()).isZero();
    rig.smsc.release();
    rig.awaitOutcomes(4);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(2);
  }

  @Test
  void an_answer_given_twice_is_told_once() {
    rig.bind();
    rig.smsc.answer(
        (submit, session) -> {
          rig.smsc.accept(submit, session);
          rig.smsc.accept(submit, session);
        });
    rig.submit(2);
    rig.awaitOutcomes(2);
    rig.links.stop(Settings.ID, Rig.SOON);
    assertThat(rig.outcomes.all()).hasSize(2);
  }

  @Test
  void a_connection_cut_within_the_window_leaves_the_rest_unknown_and_binds_again() {
    rig.bind();
    rig.smsc.answer(
        (submit, session) -> {
          if (submit.text().equals("3")) {
            session.close();
          } else {
            rig.smsc.accept(submit, session);
          }
        });
    rig.submit(5);
    rig.awaitOutcomes(5);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(3);
    assertThat(rig.outcomes.of(Unknown.class))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.reason()).contains("connection lost"));
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void answers_sent_right_before_the_cut_are_not_lost() {
    rig.bind(rig.settings().withWindow(200));
    rig.smsc.hold();
    rig.submit(200);
    rig.until(() -> rig.smsc.submits().size() == 200);
    rig.smsc.release();
    rig.smsc.close();
    rig.awaitOutcomes(200);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7fffffff80000004", "0000000380000004", "ffffffff", "47455420"})
  void an_absurd_command_length_ends_the_session_and_not_the_adapter(String octets)
      throws IOException {
    rig.bind();
    rig.smsc.hold();
    rig.submit(1);
    rig.session().send(HexFormat.of().parseHex(octets));
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Unknown.class))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("command_length"));
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void unknown_and_unreadable_pdus_do_no_harm() throws IOException {
    rig.bind();
    rig.session().send(Pdu.of(0x7777, 0, 1));
    rig.session().send(Pdu.of(Pdu.SUBMIT_SM | Pdu.RESPONSE, 0, 4711, "nobodys"));
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(1);
    assertThat(rig.status().state()).isEqualTo(LinkState.BOUND);
  }

  @Test
  void a_deliver_sm_that_cannot_be_read_is_refused() {
    rig.bind();
    Pdu broken = new Pdu(Pdu.DELIVER_SM, 0, 2, new byte[] {1, 2, 3});
    assertThat(rig.smsc.deliver(broken, rig.session())).succeedsWithin(Rig.SOON).isEqualTo(0x02);
    assertThat(rig.status().state()).isEqualTo(LinkState.BOUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0D, 0x0E, 0x0F})
  void refused_credentials_are_a_failure_that_is_tried_again_seldom(int status) {
    rig.smsc.refuseBinds(status);
    rig.links.open(rig.settings().link());
    rig.awaitState(LinkState.FAILED);
    assertThat(rig.status().detail())
        .contains("127.0.0.1:" + rig.smsc.port(), "(0x%02x)".formatted(status))
        .containsPattern("next attempt in [56][0-9] s");
  }

  @Test
  void a_bind_refused_for_another_reason_is_retried() {
    rig.smsc.refuseBinds(0x08);
    rig.links.open(rig.settings().link());
    rig.awaitState(LinkState.RETRYING);
    assertThat(rig.status().detail()).contains("ESME_RSYSERR (0x08)", "next attempt");
    rig.smsc.refuseBinds(0);
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void a_closed_port_is_retried_until_the_smsc_is_back() {
    rig.smsc.close();
    rig.links.open(rig.settings().link());
    rig.awaitState(LinkState.RETRYING);
    assertThat(rig.status().detail()).contains("Connection refused");
    rig.smsc.start();
    rig.awaitState(LinkState.BOUND);
    assertThat(rig.status().detail()).isEmpty();
  }

  @Test
  void a_restarted_smsc_is_bound_to_again() {
    rig.bind();
    rig.smsc.close();
    rig.awaitState(LinkState.RETRYING);
    rig.smsc.start();
    rig.awaitState(LinkState.BOUND);
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(1);
  }

  @Test
  void a_peer_that_hangs_up_during_the_bind_is_not_waited_for() {
    rig.smsc.mute(true);
    rig.links.open(rig.settings().link());
    rig.session().close();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(rig.status().detail()).contains("closed the connection"));
  }

  @Test
  void an_unbind_by_the_peer_is_answered_and_bound_again() throws IOException {
    rig.bind();
    SmscSession first = rig.session();
    first.send(Pdu.of(Pdu.UNBIND, 0, 1));
    rig.until(() -> !rig.smsc.sessions().contains(first));
    rig.until(() -> rig.smsc.binds().size() == 2);
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void an_idle_session_is_enquired_and_lives_on_its_answers() {
    rig.bind(rig.settings().withIdle(Duration.ofMillis(200)));
    rig.until(() -> rig.smsc.enquiries() >= 3);
    assertThat(rig.smsc.binds()).hasSize(1);
    assertThat(rig.status().state()).isEqualTo(LinkState.BOUND);
  }

  @Test
  void a_silent_peer_is_given_up_and_bound_again() {
    rig.bind(rig.settings().withIdle(Duration.ofMillis(200)).withTimeout(Duration.ofMillis(300)));
    rig.smsc.mute(true);
    rig.awaitState(LinkState.RETRYING);
    assertThat(rig.status().detail()).contains("enquire_link");
    rig.smsc.mute(false);
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void a_refusal_for_good_is_told_with_its_name() {
    rig.bind();
    answerWith(0x0B);
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Rejected.class))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.commandStatus()).isEqualTo(0x0B);
              assertThat(one.reason()).isEqualTo("ESME_RINVDSTADR (0x0b)");
            });
  }

  @Test
  void a_generic_nack_rejects_the_submit_it_names() {
    rig.bind();
    rig.smsc.answer(
        (submit, session) -> session.send(Pdu.of(Pdu.GENERIC_NACK, 0x03, submit.sequence())));
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Rejected.class))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("generic_nack ESME_RINVCMDID (0x03)"));
  }

  /** Errors come without a body (SMPP 3.4, 4.4.2). */
  private void answerWith(int status) {
    rig.smsc.answer(
        (submit, session) ->
            session.send(Pdu.of(Pdu.SUBMIT_SM | Pdu.RESPONSE, status, submit.sequence())));
  }

  @Test
  void a_peer_that_stops_reading_cannot_hold_up_the_stop() {
    rig.bind(rig.settings().withWindow(100));
    rig.smsc.hold();
    rig.smsc.mute(true);
    rig.submit(100);
    assertThat(
            CompletableFuture.runAsync(() -> rig.links.stop(Settings.ID, Duration.ofMillis(100))))
        .succeedsWithin(Rig.SOON);
    assertThat(rig.outcomes.of(Unknown.class)).hasSize(100);
  }
}
