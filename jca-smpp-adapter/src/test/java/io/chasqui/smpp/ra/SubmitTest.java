package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.link.SubmitOutcome.Rejected;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.DeliverSm;
import io.chasqui.smpp.smsc.Pdu;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void several_sessions_share_the_load_and_add_their_windows() throws Exception {
    rig.bind(rig.settings().withBinds(3));
    rig.until(() -> rig.status().boundSessions() == 3);
    assertThat(rig.links.awaitCapacity(Settings.ID, Rig.SOON)).isEqualTo(30);
    rig.smsc.hold();
    rig.submit(30);
    assertThat(rig.status().inFlight()).isEqualTo(30);
    rig.submit(1);
    assertThat(rig.outcomes.of(Deferred.class)).hasSize(1);
  }

  @Test
  void one_lost_session_of_two_leaves_the_link_bound_and_says_so() {
    rig.bind(rig.settings().withBinds(2));
    rig.until(() -> rig.status().boundSessions() == 2);
    rig.smsc.refuseBinds(0x08);
    rig.session().close();
    rig.until(() -> rig.status().boundSessions() == 1);
    assertThat(rig.status().state()).isEqualTo(LinkState.BOUND);
    rig.until(() -> rig.status().detail().startsWith("1 of 2 sessions bound"));
  }

  @Test
  void what_goes_beyond_the_rate_is_deferred_with_the_reason() {
    rig.bind(rig.settings().withRate(20));
    rig.submit(5);
    assertThat(rig.outcomes.of(Deferred.class))
        .hasSize(4)
        .allSatisfy(one -> assertThat(one.reason()).contains("rate"));
  }

  @ParameterizedTest
  @CsvSource({"TRANSMITTER,2", "RECEIVER,1", "TRANSCEIVER,9"})
  void a_session_binds_as_it_is_set(BindType type, int command) {
    rig.bind(rig.settings().withBind(type));
    assertThat(rig.smsc.binds()).extracting(Pdu::command).containsExactly(command);
  }

  @Test
  void a_receiver_takes_messages_and_defers_submits() throws Exception {
    rig.bind(rig.settings().withBind(BindType.RECEIVER));
    rig.submit(1);
    assertThat(rig.outcomes.of(Deferred.class))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("the link only receives"));
    assertThat(rig.links.awaitCapacity(Settings.ID, Duration.ofMillis(1))).isZero();
    assertThat(rig.smsc.deliver(DeliverSm.incoming("hello"))).succeedsWithin(Rig.SOON).isEqualTo(0);
  }

  @Test
  void a_segment_no_submit_sm_can_carry_is_rejected_and_the_others_go() {
    rig.bind();
    rig.links.submit(
        Settings.ID,
        List.of(Segments.saying("a"), Segments.saying("x".repeat(255)), Segments.saying("b")),
        rig.outcomes);
    rig.awaitOutcomes(3);
    assertThat(rig.outcomes.of(Rejected.class)).hasSize(1);
    assertThat(rig.smsc.submits()).extracting(Pdu::text).containsExactly("a", "b");
  }

  @Test
  void ten_thousand_submits_each_have_their_outcome() throws Exception {
    rig.bind(rig.settings().withBinds(2).withWindow(100));
    int sent = 0;
    while (sent < 10_000) {
      int now = Math.min(10_000 - sent, rig.links.awaitCapacity(Settings.ID, Rig.SOON));
      rig.submit(now);
      sent += now;
    }
    rig.awaitOutcomes(10_000);
    assertThat(rig.outcomes.of(Accepted.class))
        .hasSize(10_000)
        .extracting(Accepted::carrierMessageId)
        .doesNotHaveDuplicates();
  }
}
