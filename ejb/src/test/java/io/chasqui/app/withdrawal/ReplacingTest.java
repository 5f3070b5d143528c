package io.chasqui.app.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.EsmeSentMessages;
import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.dispatch.OpenWithdrawals;
import io.chasqui.app.dispatch.Withdrawals;
import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.LedgerOnDatabase;
import io.chasqui.app.ledger.Replacement;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Replacing messages, on the real database and the real broker. */
class ReplacingTest {
  private static final String CAUSE = "replaced by replace_sm of acme";

  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final OutgoingMessage message = EsmeSentMessages.of(SystemId.of("acme"), "balance 10");
  private final ConnectorId carrier =
      ConnectorId.of("replacing-" + message.id().toString().toLowerCase());
  private final Instant end = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
  private final Withdrawals withdrawals = OpenWithdrawals.create();
  private TakingBack takingBack;

  @BeforeEach
  void begin() throws SQLException {
    takingBack = TakingBackOn.broker(broker, withdrawals, new RecentlyAccepted());
    LedgerOnDatabase.write(new LedgerEntry.Routed(message, carrier, Instant.now()));
  }

  @Test
  void the_new_content_waits_in_the_queue_and_the_old_one_cannot_leave() throws SQLException {
    assertThat(replace("balance 20")).isEqualTo(Verdict.DONE);
    OutgoingMessage revised = EsmeSentMessages.revised(message, "balance 20", end, 1);
    assertThat(waiting()).containsExactly(revised);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isFalse();
    assertThat(OpenWithdrawals.mayLeave(withdrawals, revised)).isTrue();
    assertThat(LedgerOnDatabase.story(message.id())).hasSize(3).endsWith("QUEUED " + CAUSE);
  }

  @Test
  void replaced_again_only_the_last_content_can_leave() {
    replace("balance 20");
    replace("balance 30");
    List<OutgoingMessage> waiting = waiting();
    assertThat(waiting).extracting(OutgoingMessage::revision).containsExactly(1, 2);
    assertThat(waiting)
        .filteredOn(each -> OpenWithdrawals.mayLeave(withdrawals, each))
        .extracting(OutgoingMessage::text)
        .containsExactly("balance 30");
  }

  @Test
  void taken_back_after_a_replacement_none_can_leave() {
    replace("balance 20");
    assertThat(takingBack.cancel(List.of(message.id()), "taken back").get(message.id()))
        .isEqualTo(Verdict.DONE);
    assertThat(waiting()).noneMatch(each -> OpenWithdrawals.mayLeave(withdrawals, each));
  }

  @Test
  void a_content_of_other_length_has_its_own_parts() throws SQLException {
    replace("x".repeat(400));
    LedgerOnDatabase.write(accepted(3));
    assertThat(replace("too late")).isEqualTo(Verdict.TOO_LATE);
  }

  @Test
  void a_message_that_has_left_is_not_replaced() throws SQLException {
    LedgerOnDatabase.write(accepted(1));
    assertThat(replace("balance 20")).isEqualTo(Verdict.TOO_LATE);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void a_message_that_came_by_the_api_has_nothing_to_replace() throws SQLException {
    OutgoingMessage plain = OutgoingMessages.text("hello");
    LedgerOnDatabase.write(new LedgerEntry.Routed(plain, carrier, Instant.now()));
    assertThat(
            takingBack
                .replace(List.of(plain.id()), replacement("balance 20"), CAUSE)
                .get(plain.id()))
        .isEqualTo(Verdict.TOO_LATE);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, plain)).isTrue();
  }

  @Test
  void a_content_is_sent_once_though_the_gateway_died_before_the_database_knew()
      throws SQLException {
    LedgerOnDatabase.takeback().replace(List.of(message.id()), replacement("balance 20"), CAUSE);
    LedgerOnDatabase.sendAndDie(takingBack.broker);
    takingBack.replacements.sendNow();
    takingBack.replacements.sendNow();
    assertThat(waiting()).hasSize(1);
    assertThat(broker.count(Queues.REPLACED)).isZero();
  }

  private Verdict replace(String text) {
    MessageId id = message.id();
    return takingBack.replace(List.of(id), replacement(text), CAUSE).get(id);
  }

  private Replacement replacement(String text) {
    return new Replacement(
        EsmeSentMessages.content(text),
        message.notBefore(),
        end,
        message.origin().orElseThrow().asked(),
        message.origin().orElseThrow().options());
  }

  private List<OutgoingMessage> waiting() {
    return broker.drain(Queues.connector(carrier), OutgoingCodec.INSTANCE);
  }

  private LedgerEntry accepted(int part) {
    return new LedgerEntry.Submitted(
        carrier,
        new SubmitOutcome.Accepted(message.id(), part, Instant.now(), message.id() + "-" + part));
  }
}
