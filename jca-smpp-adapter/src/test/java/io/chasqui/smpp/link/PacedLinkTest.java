package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.Outcomes;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.Pdu;
import io.chasqui.smpp.smsc.TestSmsc;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How fast a link is, by a clock that the test moves. */
class PacedLinkTest {
  private static final int THROTTLED = 0x58;
  private static final int RATE = 100;
  private static final Duration STEP = Duration.ofMillis(10);

  private final TestSmsc smsc = new TestSmsc();
  private final LinksByHand hand = new LinksByHand();
  private final Outcomes outcomes = new Outcomes();

  @AfterEach
  void close() {
    hand.close();
    smsc.close();
  }

  private void bind(Settings settings) {
    hand.links.open(settings.link());
    hand.pass(Duration.ZERO);
    hand.until(
        () ->
            hand.bound(List.of(Settings.ID)) == settings.binds()
                && hand.links.status(Settings.ID).state() == LinkState.BOUND);
  }

  private int capacity() throws InterruptedException {
    return hand.links.awaitCapacity(Settings.ID, Duration.ZERO);
  }

  private void submit(int count) {
    int before = outcomes.all().size();
    hand.links.submit(Settings.ID, Segments.numbered(count), outcomes);
    hand.until(() -> outcomes.all().size() == before + count);
  }

  @Test
  void the_rate_agreed_is_kept_over_all_sessions() throws Exception {
    bind(Settings.to(smsc.port()).withBinds(2).withWindow(100).withRate(RATE));
    submit(capacity());
    int atOnce = outcomes.all().size();
    for (Duration passed = STEP; passed.toSeconds() < 2; passed = passed.plus(STEP)) {
      hand.pass(STEP);
      submit(capacity());
    }
    assertThat(outcomes.of(Accepted.class))
        .hasSize(outcomes.all().size())
        .hasSizeBetween(2 * RATE - 2, 2 * RATE + atOnce);
  }

  @Test
  void a_throttled_answer_defers_and_holds_the_link_for_a_second() throws Exception {
    bind(Settings.to(smsc.port()));
    smsc.answer(
        (submit, session) ->
            session.send(Pdu.of(Pdu.SUBMIT_SM | Pdu.RESPONSE, THROTTLED, submit.sequence())));
    submit(1);
    assertThat(outcomes.of(Deferred.class))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("ESME_RTHROTTLED (0x58)"));
    hand.until(() -> capacity() == 0);
    hand.pass(Duration.ofMillis(999));
    assertThat(capacity()).isZero();
    hand.pass(Duration.ofMillis(1));
    assertThat(capacity()).isEqualTo(10);
  }
}
