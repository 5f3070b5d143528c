package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.Outcomes;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.link.SubmitOutcome.Unknown;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.TestSmsc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred sessions, ten connectors with ten each, all cut at the same moment. */
class MassReconnectTest {
  private static final int BINDS = 10;
  private static final int ALL = 100;

  /** Connections to one peer: so many at once, then as many a second. */
  private static final int RATE = 10;

  private static final Duration STEP = Duration.ofSeconds(1).dividedBy(RATE);

  /** After which every session may try again: the first wait is at most this long. */
  private static final Duration FIRST_WAIT = SmppTimers.STANDARD.reconnectMin();

  private static final int UNDER_WAY = 50;
  private static final List<ConnectorId> CONNECTORS =
      IntStream.range(0, ALL / BINDS).mapToObj(i -> ConnectorId.of("carrier-" + i)).toList();

  private final List<TestSmsc> smscs = List.of(new TestSmsc(), new TestSmsc());
  private final LinksByHand hand = new LinksByHand();
  private final Outcomes outcomes = new Outcomes();

  @AfterEach
  void close() {
    hand.close();
    smscs.forEach(TestSmsc::close);
  }

  /** Connectors take turns with the SMSCs. */
  private void bindAll(int peers) {
    for (int i = 0; i < CONNECTORS.size(); i++) {
      int port = smscs.get(i % peers).port();
      hand.links.open(Settings.to(port).withBinds(BINDS).withWindow(RATE).link(CONNECTORS.get(i)));
    }
    comeBack(peers, 0);
  }

  /**
   * Step by step, each with as many connections at every peer as its rate allows, and not one more.
   *
   * @param before binds that each peer has seen already
   * @return how long it took
   */
  private Duration comeBack(int peers, int before) {
    Duration passed = Duration.ZERO;
    int each = ALL / peers;
    hand.pass(Duration.ZERO);
    for (int allowed = RATE; allowed < each; allowed++) {
      awaitBinds(peers, before, allowed);
      hand.pass(STEP);
      passed = passed.plus(STEP);
    }
    awaitBinds(peers, before, each);
    return passed;
  }

  private void awaitBinds(int peers, int before, int allowed) {
    hand.until(() -> hand.bound(CONNECTORS) == peers * allowed);
    assertThat(smscs.subList(0, peers))
        .allSatisfy(smsc -> assertThat(smsc.binds()).hasSize(before + allowed));
  }

  private void cut(int peers) {
    smscs.subList(0, peers).forEach(TestSmsc::cut);
    hand.until(() -> CONNECTORS.stream().allMatch(this::waits));
  }

  private boolean waits(ConnectorId id) {
    return hand.links.status(id).boundSessions() == 0;
  }

  private List<Segment> submitEverywhere(int count) {
    List<Segment> all = new ArrayList<>();
    for (ConnectorId id : CONNECTORS) {
      List<Segment> segments = Segments.numbered(count);
      all.addAll(segments);
      hand.links.submit(id, segments, outcomes);
    }
    return all;
  }

  private <T extends SubmitOutcome> List<MessageId> with(Class<T> kind) {
    return outcomes.of(kind).stream().map(SubmitOutcome::message).toList();
  }

  private static List<MessageId> ids(List<Segment> segments) {
    return segments.stream().map(Segment::message).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void they_come_back_at_the_rate_each_peer_is_connected_to_and_within_a_minute(int peers) {
    bindAll(peers);
    cut(peers);
    hand.pass(FIRST_WAIT);
    Duration took = FIRST_WAIT.plus(comeBack(peers, ALL / peers));
    assertThat(took).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void each_submit_has_one_outcome_whether_under_way_at_the_cut_or_after_it() {
    bindAll(1);
    smscs.get(0).hold();
    List<Segment> underWay = submitEverywhere(UNDER_WAY);
    hand.until(() -> smscs.get(0).submits().size() == underWay.size());
    cut(1);
    List<Segment> meanwhile = submitEverywhere(1);
    hand.until(() -> outcomes.all().size() == underWay.size() + meanwhile.size());
    assertThat(with(Unknown.class)).containsExactlyInAnyOrderElementsOf(ids(underWay));
    assertThat(with(Deferred.class)).containsExactlyInAnyOrderElementsOf(ids(meanwhile));

    smscs.get(0).release();
    hand.pass(FIRST_WAIT);
    comeBack(1, ALL);
    List<Segment> after = submitEverywhere(UNDER_WAY);
    hand.until(() -> hand.underWay(CONNECTORS) == 0);
    assertThat(with(Accepted.class)).containsExactlyInAnyOrderElementsOf(ids(after));
    assertThat(outcomes.all()).hasSize(underWay.size() + meanwhile.size() + after.size());
  }
}
