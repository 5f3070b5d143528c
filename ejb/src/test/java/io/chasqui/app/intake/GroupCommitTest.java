package io.chasqui.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.MessageIdCodec;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    assertThat(commits.put(message, false)).isEqualTo(Fate.DURABLE);
    assertThat(broker.drain(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE)).containsExactly(message);
    assertThat(broker.count(Queues.KEYED)).isZero();
  }

  @Test
  void messages_that_wait_together_make_one_envelope() {
    List<CompletableFuture<Fate>> fates =
        IntStream.range(0, 20)
            .mapToObj(i -> OutgoingMessages.text("message " + i))
            .map(each -> CompletableFuture.supplyAsync(() -> commits.put(each, false), OWN_THREAD))
            .toList();
    await().atMost(SOON).until(() -> commits.waiting() == 20);
    broker.workers().start("intake", commits);
    assertThat(fates).allMatch(fate -> fate.join() == Fate.DURABLE);
    assertThat(broker.count(Queues.SUBMISSIONS)).isEqualTo(1);
  }

  @Test
  void without_a_broker_it_is_refused_and_nowhere() throws Exception {
    broker.goes();
    broker.workers().start("intake", commits);
    assertThat(commits.put(message, true)).isEqualTo(Fate.REFUSED);
    assertThat(commits.isUndecided(message.id())).isFalse();
  }

  @Test
  void one_nobody_took_in_time_is_refused() {
    GroupCommit idle = new GroupCommit(Clock.systemUTC(), Duration.ofMillis(50), keyed);
    assertThat(idle.put(message, false)).isEqualTo(Fate.REFUSED);
    assertThat(idle.isDone()).isTrue();
  }

  @Test
  void a_commit_without_an_answer_leaves_it_unsure_and_the_broker_knows() {
    broker.keepsSilentAboutCommits();
    broker.workers().start("intake", commits);
    assertThat(commits.put(message, true)).isEqualTo(Fate.UNSURE);
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
            .map(each -> CompletableFuture.supplyAsync(() -> commits.put(each, true), OWN_THREAD))
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
