package io.chasqui.app.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.EsmeSentMessages;
import io.chasqui.app.dispatch.OpenWithdrawals;
import io.chasqui.app.dispatch.Withdrawals;
import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.LedgerOnDatabase;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.outbox.Waiters;
import io.chasqui.app.withdrawal.TakingBackOn;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReplacement;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** cancel_sm, replace_sm and replace_if_present_flag, on the real database and broker. */
class EsmeQueriesTest {
  private static final int DONE = 0;
  private static final ConnectorId CARRIER = ConnectorId.of("queries");

  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final SystemId acme = SystemId.of("q" + ThreadLocalRandom.current().nextLong(1L << 40));
  private final Withdrawals withdrawals = OpenWithdrawals.create();
  private final EsmeQueries queries = new EsmeQueries();
  private final EsmeReplacements replacements = new EsmeReplacements();

  @BeforeEach
  void begin() {
    RecentlyAccepted recent = new RecentlyAccepted();
    queries.messages = LedgerOnDatabase.esmeMessages(recent);
    queries.takingBack = TakingBackOn.broker(broker, withdrawals, recent);
    queries.replacements = replacements;
    replacements.directory = new Acme.Told(Acme.snapshot(Acme.named(acme)));
    replacements.messages = queries.messages;
    replacements.takingBack = queries.takingBack;
    replacements.clock = Clock.systemUTC();
  }

  @Test
  void a_message_is_cancelled_by_its_id_and_the_receipt_says_deleted() throws SQLException {
    OutgoingMessage message = waiting("hello");
    assertThat(cancel(message, message.from())).isEqualTo(DONE);
    assertThat(cancel(message, message.from())).isEqualTo(DONE);
    assertThat(Waiters.of(acme))
        .singleElement()
        .satisfies(told -> assertThat(told.receipt().orElseThrow().state()).isEqualTo(4));
  }

  @Test
  void ids_of_nobody_and_messages_of_another_account_or_sender_are_refused() throws SQLException {
    OutgoingMessage message = waiting("hello");
    OutgoingMessage stranger = EsmeSentMessages.of(SystemId.of("stranger"), "hello");
    LedgerOnDatabase.write(new LedgerEntry.Routed(stranger, CARRIER, Instant.now()));
    assertThat(cancel(message, Address.infer("54321"))).isEqualTo(0x0C);
    assertThat(cancel(stranger, stranger.from())).isEqualTo(0x0C);
    assertThat(status(cancelOf(Optional.of("no-id"), message))).isEqualTo(0x0C);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isTrue();
  }

  @Test
  void what_has_left_is_neither_cancelled_nor_replaced() throws SQLException {
    OutgoingMessage message = waiting("hello");
    OpenWithdrawals.takeUp(withdrawals, message);
    assertThat(cancel(message, message.from())).isEqualTo(0x11);
    assertThat(replace(message, "world")).isEqualTo(0x13);
  }

  @Test
  void without_a_broker_it_may_be_asked_again() throws Exception {
    OutgoingMessage message = waiting("hello");
    broker.goes();
    assertThat(cancel(message, message.from())).isEqualTo(0x08);
    assertThat(replace(message, "world")).isEqualTo(0x08);
  }

  @Test
  void without_an_id_all_that_wait_for_the_destination_are_cancelled() throws SQLException {
    OutgoingMessage one = waiting("one");
    OutgoingMessage two = waiting("two");
    assertThat(status(cancelOf(Optional.empty(), one))).isEqualTo(DONE);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, one)).isFalse();
    assertThat(OpenWithdrawals.mayLeave(withdrawals, two)).isFalse();
    assertThat(status(cancelOf(Optional.empty(), one))).isEqualTo(0x11);
  }

  @Test
  void a_replaced_message_says_the_new_text_and_is_told_as_before() throws SQLException {
    OutgoingMessage message = waiting("hello");
    assertThat(replace(message, "world")).isEqualTo(DONE);
    assertThat(OpenWithdrawals.mayLeave(withdrawals, message)).isFalse();
    assertThat(queries.messages.draft(message.id()).orElseThrow().toldAs()).isEqualTo(message.id());
  }

  @Test
  void a_submit_takes_the_place_of_the_youngest_that_waits_or_is_a_message_of_its_own()
      throws SQLException {
    OutgoingMessage older = waiting("older");
    OutgoingMessage younger = waiting("younger");
    OutgoingMessage submitted = EsmeSentMessages.of(acme, "youngest");
    assertThat(replacements.inPlaceOfAnother(submit(submitted, "CMT"), submitted))
        .contains(new EsmeReply.Replaced(younger.id()));
    assertThat(OpenWithdrawals.mayLeave(withdrawals, older)).isTrue();
    assertThat(OpenWithdrawals.mayLeave(withdrawals, younger)).isFalse();
    assertThat(replacements.inPlaceOfAnother(submit(submitted, "WAP"), submitted)).isEmpty();
  }

  private OutgoingMessage waiting(String text) throws SQLException {
    OutgoingMessage message = EsmeSentMessages.of(acme, text);
    LedgerOnDatabase.write(new LedgerEntry.Routed(message, CARRIER, Instant.now()));
    return message;
  }

  private int cancel(OutgoingMessage message, Address source) {
    return status(
        queries.answer(
            new EsmeQuery.Cancel(
                acme,
                Optional.of(message.id().toString()),
                "",
                source,
                message.origin().orElseThrow().destination())));
  }

  private EsmeReply cancelOf(Optional<String> id, OutgoingMessage message) {
    return queries.answer(
        new EsmeQuery.Cancel(
            acme, id, "CMT", message.from(), message.origin().orElseThrow().destination()));
  }

  private int replace(OutgoingMessage message, String text) {
    return status(
        queries.answer(
            new EsmeQuery.Replace(
                acme,
                message.id().toString(),
                new EsmeReplacement(
                    message.from(),
                    Optional.empty(),
                    Optional.empty(),
                    RegisteredDelivery.FINAL,
                    new UserData(text.getBytes(StandardCharsets.US_ASCII), false)))));
  }

  private EsmeSubmit submit(OutgoingMessage message, String serviceType) {
    MessageId id = message.id();
    return new EsmeSubmit(
        acme,
        id,
        id,
        Instant.now(),
        message.from(),
        message.origin().orElseThrow().destination(),
        serviceType,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        RegisteredDelivery.FINAL,
        true,
        DataCodingScheme.DEFAULT,
        new UserData(message.text().getBytes(StandardCharsets.US_ASCII), false));
  }

  private static int status(EsmeReply reply) {
    return reply instanceof EsmeReply.Refused refused ? refused.commandStatus() : DONE;
  }
}
