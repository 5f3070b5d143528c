package io.chasqui.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.link.SubmitOutcome.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pipeline relies on, whatever the wire. */
public abstract class LinkContract {
  protected static final ConnectorId ID = ConnectorId.of("carrier-a");
  private static final int WINDOW = 10;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private LinkWorld world;
  private LinkConnection links;
  private final Outcomes outcomes = new Outcomes();

  protected abstract LinkWorld world();

  @BeforeEach
  void connect() {
    world = world();
    world.listen(batch -> {});
    links = world.links().getConnection();
  }

  @AfterEach
  void disconnect() {
    world.close();
  }

  private void openAndBind() {
    links.open(world.settings(ID, WINDOW));
    awaitState(LinkState.BOUND);
  }

  private void awaitState(LinkState state) {
    awaitState(ID, state);
  }

  private void awaitState(ConnectorId id, LinkState state) {
    await().atMost(SOON).until(() -> links.status(id).state() == state);
  }

  private void awaitOutcomes(int count) {
    await().atMost(SOON).until(() -> outcomes.all().size() >= count);
  }

  @Test
  void every_segment_gets_exactly_one_outcome() {
    openAndBind();
    List<Segment> segments = Segments.numbered(WINDOW);
    links.submit(ID, segments, outcomes);
    awaitOutcomes(WINDOW);
    assertThat(outcomes.of(Accepted.class))
        .extracting(Accepted::message)
        .containsExactlyInAnyOrderElementsOf(segments.stream().map(Segment::message).toList());
    links.stop(ID, SOON);
    assertThat(outcomes.all()).hasSize(WINDOW);
  }

  @Test
  void accepted_segments_have_the_peers_name_and_no_two_the_same() {
    openAndBind();
    links.submit(ID, Segments.numbered(WINDOW), outcomes);
    awaitOutcomes(WINDOW);
    assertThat(outcomes.of(Accepted.class))
        .extracting(Accepted::carrierMessageId)
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @Test
  void segments_reach_the_peer_in_their_order() throws Exception {
    openAndBind();
    int sent = 0;
    while (sent < 100) {
      int now = Math.min(100 - sent, links.awaitCapacity(ID, SOON));
      links.submit(ID, Segments.numbered(100).subList(sent, sent + now), outcomes);
      sent += now;
    }
    awaitOutcomes(100);
    assertThat(world.received())
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_place_is_free_only_when_its_outcome_has_been_told() throws Exception {
    links.open(world.settings(ID, 1));
    awaitState(LinkState.BOUND);
    for (int sent = 0; sent < 200; sent++) {
      assertThat(links.awaitCapacity(ID, SOON)).isEqualTo(1);
      assertThat(outcomes.all()).hasSize(sent);
      links.submit(ID, Segments.numbered(1), outcomes);
    }
  }

  @Test
  void beyond_the_window_segments_are_deferred() {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(WINDOW + 3), outcomes);
    assertThat(outcomes.all()).hasSize(3).allMatch(Deferred.class::isInstance);
    await().atMost(SOON).until(() -> world.received().size() == WINDOW);
    assertThat(links.status(ID).inFlight()).isEqualTo(WINDOW);
    world.peerAnswers();
    awaitOutcomes(WINDOW + 3);
    assertThat(outcomes.of(Accepted.class)).hasSize(WINDOW);
  }

  @Test
  void a_place_in_the_window_is_free_again_after_the_outcome() throws Exception {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(WINDOW), outcomes);
    assertThat(links.awaitCapacity(ID, AT_ONCE)).isZero();
    world.peerAnswers();
    assertThat(links.awaitCapacity(ID, SOON)).isBetween(1, WINDOW);
  }

  @Test
  void waiting_for_capacity_is_bounded() throws Exception {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(WINDOW), outcomes);
    long start = System.nanoTime();
    assertThat(links.awaitCapacity(ID, Duration.ofMillis(200))).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(150), Duration.ofSeconds(5));
  }

  @Test
  void waiting_for_capacity_can_be_interrupted() {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(WINDOW), outcomes);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> links.awaitCapacity(ID, SOON))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void a_link_that_is_not_open_defers_and_has_no_capacity() throws Exception {
    links.submit(ID, Segments.numbered(2), outcomes);
    assertThat(outcomes.of(Deferred.class)).hasSize(2);
    assertThat(links.awaitCapacity(ID, AT_ONCE)).isZero();
    assertThat(links.status(ID).state()).isEqualTo(LinkState.STOPPED);
  }

  @Test
  void a_link_whose_peer_is_away_defers_retries_and_says_why() {
    world.peerGoes();
    links.open(world.settings(ID, WINDOW));
    awaitState(LinkState.RETRYING);
    links.submit(ID, Segments.numbered(2), outcomes);
    assertThat(outcomes.of(Deferred.class)).hasSize(2);
    assertThat(links.status(ID).detail()).isNotEmpty();
  }

  @Test
  void a_lost_session_leaves_unanswered_submits_unknown() {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(3), outcomes);
    await().atMost(SOON).until(() -> world.received().size() == 3);
    world.peerGoes();
    awaitOutcomes(3);
    assertThat(outcomes.of(Unknown.class)).hasSize(3);
    awaitState(LinkState.RETRYING);
  }

  @Test
  void stopping_leaves_unanswered_submits_unknown() {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(3), outcomes);
    links.stop(ID, Duration.ofMillis(100));
    assertThat(outcomes.of(Unknown.class)).hasSize(3);
    assertThat(links.status(ID).state()).isEqualTo(LinkState.STOPPED);
  }

  @Test
  void stopping_waits_for_the_answers_under_way() {
    openAndBind();
    world.peerHolds();
    links.submit(ID, Segments.numbered(3), outcomes);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> links.stop(ID, SOON));
    await().atMost(SOON).until(() -> world.received().size() == 3);
    world.peerAnswers();
    assertThat(stopped).succeedsWithin(SOON);
    assertThat(outcomes.of(Accepted.class)).hasSize(3);
  }

  @Test
  void links_stop_together_within_the_grace_of_one() {
    List<ConnectorId> ids = IntStream.range(0, 10).mapToObj(i -> ConnectorId.of("l" + i)).toList();
    ids.forEach(id -> links.open(world.settings(id, WINDOW)));
    ids.forEach(id -> awaitState(id, LinkState.BOUND));
    world.peerHolds();
    ids.forEach(id -> links.submit(id, Segments.numbered(1), outcomes));
    await().atMost(SOON).until(() -> world.received().size() == ids.size());
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(() -> links.stop(ids, Duration.ofSeconds(1)));
    // One after another they would take ten seconds and more.
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(8));
    assertThat(outcomes.of(Unknown.class)).hasSize(ids.size());
    assertThat(ids).allMatch(id -> links.status(id).state() == LinkState.STOPPED);
  }

  @Test
  void a_stopped_link_defers() {
    openAndBind();
    links.stop(ID, SOON);
    links.submit(ID, Segments.numbered(1), outcomes);
    assertThat(outcomes.of(Deferred.class)).hasSize(1);
  }

  @Test
  void stopping_what_is_not_open_does_nothing() {
    links.stop(ConnectorId.of("nobody"), SOON);
    assertThat(links.status(ConnectorId.of("nobody")).state()).isEqualTo(LinkState.STOPPED);
  }

  @Test
  void a_stopped_link_can_be_opened_again() {
    openAndBind();
    links.stop(ID, SOON);
    openAndBind();
    links.submit(ID, Segments.numbered(1), outcomes);
    awaitOutcomes(1);
    assertThat(outcomes.of(Accepted.class)).hasSize(1);
  }

  @Test
  void opening_with_the_same_settings_leaves_the_link_alone() {
    openAndBind();
    LinkStatus before = links.status(ID);
    links.open(world.settings(ID, WINDOW));
    assertThat(links.status(ID)).isEqualTo(before);
  }

  @Test
  void opening_with_other_settings_restarts_the_link() throws Exception {
    openAndBind();
    links.open(world.settings(ID, WINDOW + 5));
    awaitState(LinkState.BOUND);
    assertThat(links.awaitCapacity(ID, SOON)).isEqualTo(WINDOW + 5);
  }

  @Test
  void an_event_is_acknowledged_only_after_the_listener_returned() throws Exception {
    CountDownLatch mayReturn = new CountDownLatch(1);
    Queue<LinkEvent> seen = new ConcurrentLinkedQueue<>();
    world.listen(
        batch -> {
          seen.addAll(batch);
          awaitLatch(mayReturn);
        });
    openAndBind();
    CompletableFuture<Boolean> taken = world.deliver(ID, "hello");
    await().atMost(SOON).until(() -> !seen.isEmpty());
    assertThat(taken).isNotDone();
    mayReturn.countDown();
    assertThat(taken).succeedsWithin(SOON).isEqualTo(true);
  }

  @Test
  void an_event_is_refused_when_the_listener_threw() {
    world.listen(
        batch -> {
          throw new IllegalStateException("no room on disk");
        });
    openAndBind();
    assertThat(world.deliver(ID, "hello")).succeedsWithin(SOON).isEqualTo(false);
  }

  @Test
  void events_keep_their_order_while_the_listener_is_slow() {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    CountDownLatch first = new CountDownLatch(1);
    world.listen(
        batch -> {
          batch.forEach(event -> seen.add(text(event)));
          awaitLatch(first);
        });
    openAndBind();
    List<String> texts = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
    texts.forEach(text -> world.deliver(ID, text));
    await().atMost(SOON).until(() -> !seen.isEmpty());
    first.countDown();
    await().atMost(SOON).until(() -> seen.size() == 50);
    assertThat(seen).containsExactlyElementsOf(texts);
  }

  @Test
  void submits_flow_while_the_listener_is_stuck() {
    CountDownLatch mayReturn = new CountDownLatch(1);
    Queue<LinkEvent> seen = new ConcurrentLinkedQueue<>();
    world.listen(
        batch -> {
          seen.addAll(batch);
          awaitLatch(mayReturn);
        });
    openAndBind();
    world.deliver(ID, "hello");
    await().atMost(SOON).until(() -> !seen.isEmpty());
    links.submit(ID, Segments.numbered(5), outcomes);
    awaitOutcomes(5);
    assertThat(outcomes.of(Accepted.class)).hasSize(5);
    mayReturn.countDown();
  }

  @Test
  void an_incoming_message_is_told_whole() {
    Queue<LinkEvent> seen = new ConcurrentLinkedQueue<>();
    world.listen(seen::addAll);
    openAndBind();
    world.deliver(ID, "hello");
    await().atMost(SOON).until(() -> seen.size() == 1);
    assertThat(seen.peek()).isInstanceOf(LinkEvent.Incoming.class);
    assertThat(seen.peek().connector()).isEqualTo(ID);
    assertThat(text(seen.peek())).isEqualTo("hello");
  }

  @Test
  void a_handle_given_back_is_of_no_use_and_its_links_go_on() {
    openAndBind();
    links.close();
    assertThatThrownBy(() -> links.status(ID)).isInstanceOf(LinkUnavailableException.class);
    links = world.links().getConnection();
    assertThat(links.status(ID).state()).isEqualTo(LinkState.BOUND);
  }

  @Test
  void a_sink_that_throws_harms_nobody_else() {
    openAndBind();
    links.submit(
        ID,
        Segments.numbered(1),
        outcome -> {
          throw new IllegalStateException("broken sink");
        });
    links.submit(ID, Segments.numbered(1), outcomes);
    awaitOutcomes(1);
    assertThat(outcomes.of(Accepted.class)).hasSize(1);
    await().atMost(SOON).until(() -> links.status(ID).inFlight() == 0);
  }

  private static String text(LinkEvent event) {
    return event instanceof LinkEvent.Incoming incoming
        ? new String(incoming.userData(), StandardCharsets.ISO_8859_1)
        : "";
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
