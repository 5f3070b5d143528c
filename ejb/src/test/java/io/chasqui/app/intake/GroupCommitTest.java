package io.chasqui.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.MessageIdCodec;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Executor OWN_THREAD = work -> new Thread(work).start();
  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final KeyedAcceptances keyed = new KeyedAcceptances();
  private final GroupCommit commits = new GroupCommit(Clock.systemUTC(), SOON, keyed);
  private final OutgoingMessage message = OutgoingMessages.text("hello");

  @Test
  void a_durable_message_waits_to_be_routed() {
    broker.workers().start("intake", commits);
    assertThat(commits.put(List.of(message))).isEqualTo(Fate.DURABLE);
    assertThat(broker.drain(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE)).containsExactly(message);
    assertThat(broker.count(Queues.KEYED)).isZero();
  }

  @Test
  void messages_that_wait_together_make_one_envelope() {
    List<CompletableFuture<Fate>> fates =
        IntStream.range(0, 20)
            .mapToObj(i -> OutgoingMessages.text("message " + i))
            .map(
                each -> CompletableFuture.supplyAsync(() -> commits.put(List.of(each)), OWN_THREAD))
            .toList();
    await().atMost(SOON).until(() -> commits.waiting() == 20);
    broker.workers().start("intake", commits);
    assertThat(fates).allMatch(fate -> fate.join() == Fate.DURABLE);
    assertThat(broker.count(Queues.SUBMISSIONS)).isEqualTo(1);
  }

  @Test
  void many_are_durable_together() {
    broker.workers().start("intake", commits);
    OutgoingMessage other = OutgoingMessages.text("with the other");
    assertThat(commits.putAll(List.of(message, other)))
        .containsOnly(entry(message.id(), Fate.DURABLE), entry(other.id(), Fate.DURABLE));
    assertThat(broker.drain(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE))
        .containsExactly(message, other);
  }

  @Test
  void a_large_request_is_durable_whole_in_envelopes_that_let_others_pass() {
    List<OutgoingMessage> many =
        IntStream.range(0, 450).mapToObj(i -> OutgoingMessages.text("message " + i)).toList();
    MessageId id = OutgoingMessages.text("the batch").id();
    broker.workers().start("intake", commits);
    assertThat(commits.putKeyed(id, many)).isEqualTo(Fate.DURABLE);
    try (var session = broker.session()) {
      assertThat(session.browse(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE)).hasSize(3);
    }
    assertThat(broker.drain(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE)).isEqualTo(many);
    assertThat(broker.drain(Queues.KEYED, MessageIdCodec.INSTANCE)).containsExactly(id);
  }

  @Test
  void a_request_for_which_there_is_no_room_is_refused_whole_and_takes_none() {
    GroupCommit idle = new GroupCommit(Clock.systemUTC(), Duration.ofMillis(50), keyed);
    List<OutgoingMessage> many = Collections.nCopies(5_001, message);
    assertThat(idle.put(many)).isEqualTo(Fate.BUSY);
    assertThat(idle.put(many.subList(0, 5_000))).isEqualTo(Fate.REFUSED);
    assertThat(idle.waiting()).isZero();
  }

  @Test
  void those_beyond_the_lines_capacity_are_told_that_it_is_busy() {
    GroupCommit idle = new GroupCommit(Clock.systemUTC(), Duration.ofMillis(50), keyed);
    List<OutgoingMessage> many =
        IntStream.range(0, 5_001).mapToObj(i -> OutgoingMessages.text("message " + i)).toList();
    Map<MessageId, Fate> fates = idle.putAll(many);
    assertThat(fates).hasSize(5_001);
    assertThat(fates.get(many.get(5_000).id())).isEqualTo(Fate.BUSY);
    assertThat(fates.get(many.get(4_999).id())).isEqualTo(Fate.REFUSED);
    assertThat(idle.isUndecided(many.get(5_000).id())).isFalse();
  }

  @Test
  void without_a_broker_it_is_refused_and_nowhere() throws Exception {
    broker.goes();
    broker.workers().start("intake", commits);
    assertThat(commits.putKeyed(message.id(), List.of(message))).isEqualTo(Fate.REFUSED);
    assertThat(commits.isUndecided(message.id())).isFalse();
  }

  @Test
  void one_nobody_took_in_time_is_refused() {
    GroupCommit idle = new GroupCommit(Clock.systemUTC(), Duration.ofMillis(50), keyed);
    assertThat(idle.put(List.of(message))).isEqualTo(Fate.REFUSED);
    assertThat(idle.isDone()).isTrue();
  }

  @Test
  void a_commit_without_an_answer_leaves_it_unsure_and_the_broker_knows() {
    broker.keepsSilentAboutCommits();
    broker.workers().start("intake", commits);
    assertThat(commits.putKeyed(message.id(), List.of(message))).isEqualTo(Fate.UNSURE);
    broker.answersCommits();
    assertThat(commits.isUndecided(message.id())).isFalse();
    assertThat(broker.drain(Queues.KEYED, MessageIdCodec.INSTANCE)).containsExactly(message.id());
    assertThat(broker.drain(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE)).containsExactly(message);
  }

  @Test
  void the_note_of_a_keyed_message_goes_once_all_of_its_batch_are_answered() {
    OutgoingMessage other = OutgoingMessages.text("with the other");
    List<CompletableFuture<Fate>> fates =
        List.of(message, other).stream()
            .map(
                each ->
                    CompletableFuture.supplyAsync(
                        () -> commits.putKeyed(each.id(), List.of(each)), OWN_THREAD))
            .toList();
    await().atMost(SOON).until(() -> commits.waiting() == 2);
    broker.workers().start("intake", commits);
    fates.forEach(CompletableFuture::join);
    keyed.answered(message.id());
    assertThat(noted(other)).isTrue();
    keyed.answered(other.id());
    await().atMost(SOON).until(() -> !noted(other));
  }

  private boolean noted(OutgoingMessage of) {
    try (var session = broker.session()) {
      return KeyedAcceptances.contains(session, of.id());
    }
  }
}
