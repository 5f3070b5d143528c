package io.chasqui.app.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubmissionRouterTest {
  private static final ConnectorId CARRIER = ConnectorId.of("carrier-a");
  private static final Duration SOON = Duration.ofSeconds(20);
  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final SubmissionRouter router = new SubmissionRouter();
  private volatile boolean directoryFails;
  private volatile boolean failed;
  private volatile Writing writing = Writing.STANDARD;

  @BeforeEach
  void begin() {
    router.clock = Clock.systemUTC();
    router.workers = broker.workers();
    router.choice =
        new ConnectorChoice() {
          @Override
          Optional<ConnectorId> choose() {
            if (directoryFails) {
              failed = true;
              throw new IllegalStateException("unforeseen");
            }
            return Optional.of(CARRIER);
          }

          @Override
          int chunk(ConnectorId id) {
            return 2;
          }

          @Override
          Writing writing(ConnectorId id) {
            return writing;
          }
        };
  }

  @Test
  void messages_go_to_their_connector_in_chunks_its_link_can_take() {
    List<OutgoingMessage> batch =
        List.of(OutgoingMessages.text("1"), OutgoingMessages.text("2"), OutgoingMessages.text("3"));
    broker.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE, batch);
    router.start();
    awaitEnvelopes(Queues.connector(CARRIER), 2);
    assertThat(broker.drain(Queues.connector(CARRIER), OutgoingCodec.INSTANCE)).isEqualTo(batch);
    assertThat(broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE))
        .extracting(entry -> ((LedgerEntry.Routed) entry).message())
        .isEqualTo(batch);
  }

  @Test
  void what_its_connector_cannot_be_told_is_refused_and_the_others_go() {
    writing = Writing.STANDARD.with(EncodingPolicy.STANDARD.withAlphabets(Set.of(Alphabet.GSM7)));
    OutgoingMessage cyrillic = OutgoingMessages.text("Ж");
    OutgoingMessage latin = OutgoingMessages.text("Z");
    broker.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE, List.of(cyrillic, latin));
    router.start();
    awaitEnvelopes(Queues.connector(CARRIER), 1);
    assertThat(broker.drain(Queues.connector(CARRIER), OutgoingCodec.INSTANCE))
        .containsExactly(latin.writtenFor(writing));
    LedgerEntry refusal = broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE).get(0);
    assertThat(((LedgerEntry.Unroutable) refusal).message()).isEqualTo(cyrillic);
    assertThat(((LedgerEntry.Unroutable) refusal).reason())
        .isEqualTo(CARRIER + ": text needs ucs2, which is not taken here");
  }

  @Test
  void an_empty_batch_is_passed_on_behind_what_came_before_it_and_an_unreadable_one_is_not() {
    broker.send(Queues.SUBMISSIONS, new byte[] {'?'});
    broker.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE, List.of(OutgoingMessages.text("1")));
    router.start();
    awaitEnvelopes(Queues.connector(CARRIER), 1);
    assertThat(ledgerBatches()).hasSize(1).noneMatch(List::isEmpty);
    broker.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE, List.of());
    await().atMost(SOON).until(() -> ledgerBatches().size() == 2);
    assertThat(ledgerBatches().get(1)).isEmpty();
    assertThat(broker.count(Queues.DEAD)).isEqualTo(1);
  }

  @Test
  void what_could_not_be_routed_is_routed_again() {
    directoryFails = true;
    OutgoingMessage message = OutgoingMessages.text("1");
    broker.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE, List.of(message));
    router.start();
    await().atMost(SOON).until(() -> failed);
    directoryFails = false;
    awaitEnvelopes(Queues.connector(CARRIER), 1);
    assertThat(broker.drain(Queues.connector(CARRIER), OutgoingCodec.INSTANCE))
        .containsExactly(message);
  }

  private void awaitEnvelopes(String queue, int count) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              try (LocalSession session = broker.session()) {
                return session.browse(queue, OutgoingCodec.INSTANCE).size() == count;
              }
            });
  }

  private List<List<LedgerEntry>> ledgerBatches() {
    try (LocalSession session = broker.session()) {
      return session.browse(Queues.LEDGER, LedgerCodec.INSTANCE);
    }
  }
}
