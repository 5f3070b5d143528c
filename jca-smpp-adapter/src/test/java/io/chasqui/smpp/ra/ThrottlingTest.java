package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.Bottleneck;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.link.SubmitOutcome.Rejected;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.Pdu;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a link does when the SMSC refuses for the moment. */
class ThrottlingTest {
  private static final int THROTTLED = 0x58;
  private static final int FORGOTTEN = 0x04;

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  private void answerWith(int status) {
    rig.smsc.answer(
        (submit, session) ->
            session.send(Pdu.of(Pdu.SUBMIT_SM | Pdu.RESPONSE, status, submit.sequence())));
  }

  @Test
  void a_throttled_link_goes_on_at_half_its_rate() {
    rig.bind(rig.settings().withRate(200));
    answerWith(THROTTLED);
    rig.submit(5);
    rig.awaitOutcomes(5);
    assertThat(rig.outcomes.of(Deferred.class))
        .hasSize(5)
        .allSatisfy(one -> assertThat(one.commandStatus()).isEqualTo(THROTTLED));
    assertThat(rig.links.figures(Settings.ID).throttles()).isEqualTo(5);
    assertThat(rig.links.figures(Settings.ID).segmentsPerSecond()).isBetween(100.0, 199.0);
    rig.until(() -> rig.links.figures(Settings.ID).bottleneck() == Bottleneck.PEER);
  }

  /** What comes back is deferred part by part, in order, so it can go to the head of its queue. */
  @Test
  void the_refused_are_told_in_the_order_they_were_sent() {
    rig.bind();
    answerWith(THROTTLED);
    var segments = Segments.numbered(10);
    rig.links.submit(Settings.ID, segments, rig.outcomes);
    rig.awaitOutcomes(10);
    assertThat(rig.outcomes.of(Deferred.class))
        .extracting(Deferred::message)
        .containsExactlyElementsOf(segments.stream().map(each -> each.message()).toList());
  }

  @Test
  void a_connector_has_its_own_table() {
    SmppLinkSettings settings =
        rig.settings().link().with(StatusTable.STANDARD.with(THROTTLED, StatusPolicy.FAIL));
    rig.links.open(settings);
    rig.awaitState(LinkState.BOUND);
    answerWith(THROTTLED);
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Rejected.class)).hasSize(1);
  }

  @Test
  void an_smsc_that_has_forgotten_the_bind_is_bound_to_anew() {
    rig.bind();
    answerWith(FORGOTTEN);
    rig.submit(1);
    rig.awaitOutcomes(1);
    assertThat(rig.outcomes.of(Deferred.class)).hasSize(1);
    rig.until(() -> rig.smsc.binds().size() == 2);
    rig.smsc.answer(rig.smsc::accept);
    rig.awaitState(LinkState.BOUND);
    rig.submit(1);
    rig.awaitOutcomes(2);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(1);
  }

  @Test
  void parts_of_a_message_are_not_held_up_between_them() {
    rig.bind(rig.settings().withRate(20));
    var parts = Segments.parts(5);
    rig.links.submit(Settings.ID, parts, rig.outcomes);
    rig.awaitOutcomes(5);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(5);
    rig.links.submit(Settings.ID, List.of(Segments.saying("next")), rig.outcomes);
    assertThat(rig.outcomes.of(Deferred.class)).hasSize(1);
  }
}
