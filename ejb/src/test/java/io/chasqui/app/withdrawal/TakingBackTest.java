package io.chasqui.app.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.dispatch.OpenWithdrawals;
import io.chasqui.app.dispatch.Withdrawals;
import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.LedgerOnDatabase;
import io.chasqui.app.ledger.Takeback;
import io.chasqui.app.ledger.Withdrawn;
import io.chasqui.app.messaging.BrokerOf;
import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking messages back, on the real database and the real broker. */
class TakingBackTest {
  private static final ConnectorId CARRIER = ConnectorId.of("carrier-a");
  private static final String CAUSE = "taken back by its client";

  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final Withdrawals withdrawals = OpenWithdrawals.create();
  private final TakingBack takingBack = new TakingBack();
  private final LooseEnds looseEnds = new LooseEnds();
  private final OutgoingMessage message = OutgoingMessages.text("x".repeat(200));

  @BeforeEach
  void begin() {
    takingBack.withdrawals = withdrawals;
    takingBack.looseEnds = looseEnds;
    takingBack.recent = new RecentlyAccepted();
    takingBack.broker = BrokerOf.workers(broker.workers());
    takingBack.tidings =
        new Tidings() {
          @Override
          void tell(Withdrawn withdrawn) {}
        };
    looseEnds.withdrawals = withdrawals;
    looseEnds.broker = takingBack.broker;
    looseEnds.clock = Clock.systemUTC();
    use(LedgerOnDatabase.takeback());
  }

  @Test
  void a_message_that_waits_is_cancelled_and_its_story_says_why() throws SQLException {
    LedgerOnDatabase.write(routed());
    assertThat(cancel()).isEqualTo(Verdict.DONE);
    assertThat(LedgerOnDatabase.story(message.id()))
        .hasSize(3)
        .endsWith("CANCELLED taken back by its client");
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isFalse();
  }

  @Test
  void cancelled_again_it_is_cancelled_and_its_story_does_not_grow() throws SQLException {
    LedgerOnDatabase.write(routed());
    cancel();
    assertThat(cancel()).isEqualTo(Verdict.DONE);
    LedgerOnDatabase.write(new LedgerEntry.Expired(message.id(), 1, Instant.now()));
    LedgerOnDatabase.write(accepted(2));
    assertThat(LedgerOnDatabase.story(message.id())).hasSize(3);
  }

  @Test
  void a_message_of_which_one_part_was_sent_is_not_cancelled() throws SQLException {
    LedgerOnDatabase.write(routed(), accepted(1));
    assertThat(cancel()).isEqualTo(Verdict.TOO_LATE);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isTrue();
  }

  @Test
  void a_message_whose_answer_the_ledger_has_yet_to_write_is_not_cancelled() throws SQLException {
    LedgerOnDatabase.write(routed());
    try (LocalSession session = broker.session()) {
      DepartureNotes.tell(session, List.of(accepted(1)));
      session.commit();
    }
    assertThat(cancel()).isEqualTo(Verdict.TOO_LATE);
    assertThat(LedgerOnDatabase.story(message.id())).hasSize(2);
  }

  @Test
  void a_message_that_a_link_put_off_can_be_cancelled() throws SQLException {
    LedgerEntry putOff =
        new LedgerEntry.Submitted(
            CARRIER, new SubmitOutcome.Deferred(message.id(), 1, Instant.now(), 0x58, "throttled"));
    LedgerOnDatabase.write(routed());
    try (LocalSession session = broker.session()) {
      DepartureNotes.tell(session, List.of(putOff));
      session.commit();
    }
    assertThat(cancel()).isEqualTo(Verdict.DONE);
  }

  @Test
  void a_message_that_a_link_has_is_not_cancelled() throws SQLException {
    LedgerOnDatabase.write(routed());
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isTrue();
    OpenWithdrawals.takeUp(withdrawals, message);
    assertThat(cancel()).isEqualTo(Verdict.TOO_LATE);
  }

  @Test
  void a_message_the_database_has_not_heard_of_is_not_cancelled() {
    assertThat(cancel()).isEqualTo(Verdict.TOO_LATE);
  }

  @Test
  void without_a_broker_nothing_is_promised_and_nothing_changes() throws Exception {
    LedgerOnDatabase.write(routed());
    broker.goes();
    assertThat(cancel()).isEqualTo(Verdict.NOT_NOW);
    assertThat(LedgerOnDatabase.story(message.id())).hasSize(2);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isTrue();
  }

  @Test
  void what_the_database_did_not_answer_neither_leaves_nor_is_lost_until_it_does()
      throws SQLException {
    OutgoingMessage other = OutgoingMessages.text("not cancelled");
    LedgerOnDatabase.write(routed(), new LedgerEntry.Routed(other, CARRIER, Instant.now()));
    use(LedgerOnDatabase.silent());
    assertThat(cancel()).isEqualTo(Verdict.NOT_NOW);
    withdrawals.claim(Set.of(other.id()));
    looseEnds.add(Set.of(other.id()));
    assertThat(OpenWithdrawals.isHeld(withdrawals, message)).isTrue();

    use(LedgerOnDatabase.takeback());
    looseEnds.settle();
    assertThat(OpenWithdrawals.isHeld(withdrawals, message)).isFalse();
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isFalse();
    assertThat(OpenWithdrawals.mayLeave(withdrawals, other)).isTrue();
  }

  @Test
  void what_was_taken_back_is_known_to_the_next_run_until_it_has_expired() throws SQLException {
    LedgerOnDatabase.write(routed());
    cancel();
    Takeback next = LedgerOnDatabase.takeback();
    assertThat(next.leastRevisions()).containsEntry(message.id(), Integer.MAX_VALUE);
    next.forget(message.expiresAt());
    assertThat(next.leastRevisions()).containsKey(message.id());
    assertThat(next.forget(message.expiresAt().plusMillis(1))).contains(message.id());
    assertThat(next.leastRevisions()).doesNotContainKey(message.id());
  }

  private void use(Takeback takeback) {
    takingBack.ledger = takeback;
    looseEnds.ledger = takeback;
  }

  private Verdict cancel() {
    MessageId id = message.id();
    return takingBack.cancel(List.of(id), CAUSE).get(id);
  }

  private LedgerEntry routed() {
    return new LedgerEntry.Routed(message, CARRIER, Instant.now());
  }

  private LedgerEntry accepted(int part) {
    return new LedgerEntry.Submitted(
        CARRIER,
        new SubmitOutcome.Accepted(message.id(), part, Instant.now(), message.id() + "-" + part));
  }
}
