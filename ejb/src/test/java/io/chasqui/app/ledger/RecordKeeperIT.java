package io.chasqui.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.InContainer;
import io.chasqui.app.Samples;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The ledger's consumer between the real broker and the real database. */
class RecordKeeperIT extends InContainer {
  private static final ConnectorId CARRIER = ConnectorId.of("ledger-carrier");

  @Inject private Messages messages;
  @Inject private ReceiptWatch receiptWatch;

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Test
  void the_same_news_twice_are_told_once_in_the_story() {
    OutgoingMessage twice = Samples.accepted(newClient());
    OutgoingMessage behind = Samples.accepted(newClient());
    put(
        Queues.LEDGER,
        batch(routed(twice), submitted(twice)),
        batch(routed(twice), submitted(twice)),
        batch(routed(behind)));
    awaitStatus(behind.id(), MessageStatus.QUEUED);
    assertThat(story(messages.find(twice.id(), Optional.empty()).orElseThrow()))
        .containsExactly("accepted", "queued", "submitted");
  }

  @Test
  void news_that_outrun_their_message_come_again_until_it_is_known() {
    OutgoingMessage message = Samples.accepted(newClient());
    OutgoingMessage behind = Samples.accepted(newClient());
    put(Queues.LEDGER, batch(submitted(message)), batch(routed(behind)));
    awaitStatus(behind.id(), MessageStatus.QUEUED);
    assertThat(messages.find(message.id(), Optional.empty())).isEmpty();
    put(Queues.LEDGER, batch(routed(message)));
    awaitStatus(message.id(), MessageStatus.SUBMITTED);
  }

  @Test
  void a_batch_the_database_could_not_take_is_brought_again_until_it_can() throws Exception {
    OutgoingMessage message = Samples.accepted(newClient());
    try (Refusals refusals = Refusals.ofEvents(database, message.id())) {
      put(Queues.LEDGER, batch(routed(message)));
      awaiting("another attempt").until(() -> refusals.count() > 1);
      // Taken back whole: no row without its story.
      assertThat(refusals.isWritten()).isFalse();
    }
    assertThat(story(awaitStatus(message.id(), MessageStatus.QUEUED)))
        .containsExactly("accepted", "queued");
  }

  @Test
  void a_message_whose_receipt_never_comes_expires() {
    OutgoingMessage message = Samples.expired(newClient(), Duration.ofHours(73));
    put(Queues.LEDGER, batch(routed(message), submitted(message)));
    awaitStatus(message.id(), MessageStatus.SUBMITTED);
    receiptWatch.settle();
    assertThat(story(awaitStatus(message.id(), MessageStatus.EXPIRED)))
        .containsExactly("accepted", "queued", "submitted", "expired");
  }

  @Test
  void what_nobody_can_read_is_put_aside_whole_and_holds_up_nothing() {
    byte[] nonsense = "no news".getBytes(StandardCharsets.UTF_8);
    OutgoingMessage behind = Samples.accepted(newClient());
    put(Queues.LEDGER, nonsense, batch(routed(behind)));
    awaitStatus(behind.id(), MessageStatus.QUEUED);
    assertThat(takeAll(Queues.DEAD)).contains(nonsense);
  }

  private static byte[] batch(LedgerEntry... news) {
    return LedgerCodec.INSTANCE.encode(List.of(news));
  }

  private static LedgerEntry routed(OutgoingMessage message) {
    return new LedgerEntry.Routed(message, CARRIER, Samples.now());
  }

  private static LedgerEntry submitted(OutgoingMessage message) {
    return new LedgerEntry.Submitted(
        CARRIER,
        new SubmitOutcome.Accepted(message.id(), 1, Samples.now(), message.id().toString()));
  }
}
