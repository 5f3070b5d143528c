package io.chasqui.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.app.accounts.TestClock;
import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of the year 2020, which no other test has. */
class RetentionTest {
  private static final Instant THEN = Instant.parse("2020-03-04T05:06:07Z");
  private static final String CLIENT = MessageId.next(Clock.systemUTC()).toString();

  private final String number = "+49" + System.nanoTime() % 1_000_000_000_000L;
  private final Erasures erasures = new Erasures();

  @BeforeEach
  void begin() throws SQLException {
    change("DELETE FROM watermark");
    erasures.database = MigratedDatabase.dataSource();
    erasures.clock = new TestClock("2026-11-22T12:00:00Z");
  }

  @Test
  void texts_go_when_their_time_is_over_and_the_rest_stays() throws Exception {
    MessageId old = insert(THEN, MessageStatus.DELIVERED);
    MessageId younger = insert(THEN.plus(Duration.ofDays(2)), MessageStatus.DELIVERED);
    desk(THEN.plus(Duration.ofDays(31)), Map.of("chasqui.retention.content", "30")).eraseOldTexts();
    assertThat(text(old)).isEmpty();
    assertThat(text(younger)).contains("hello");
    assertThat(pushes(old)).isZero();
    assertThat(status(old)).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void a_text_that_is_still_to_be_sent_goes_once_it_has_been() throws Exception {
    Instant accepted = THEN.plus(Duration.ofDays(3));
    MessageId scheduled = insert(accepted, MessageStatus.QUEUED);
    RetentionDesk desk =
        desk(accepted.plus(Duration.ofDays(32)), Map.of("chasqui.retention.content", "30"));
    desk.eraseOldTexts();
    assertThat(text(scheduled)).contains("hello");
    move(scheduled, MessageStatus.SUBMITTED);
    desk.eraseOldTexts();
    assertThat(text(scheduled)).isEmpty();
  }

  @Test
  void without_a_retention_nothing_goes() throws Exception {
    MessageId old = insert(THEN.plus(Duration.ofDays(600)), MessageStatus.DELIVERED);
    RetentionDesk desk = desk(Instant.parse("2030-01-01T00:00:00Z"), Map.of());
    desk.eraseOldTexts();
    desk.dropOldWeeks();
    assertThat(text(old)).contains("hello");
  }

  @Test
  void a_client_erases_its_own_and_no_other() throws Exception {
    MessageId message = insert(THEN, MessageStatus.DELIVERED);
    assertThatExceptionOfType(NoSuchThingException.class)
        .isThrownBy(() -> erasures.erase(message, Optional.of("somebody else"), "x"));
    assertThat(text(message)).contains("hello");
    assertThat(erasures.erase(message, Optional.of(CLIENT), "key k"))
        .isEqualTo(new Erasures.Erased(1, 0, true));
    assertThat(text(message)).isEmpty();
    assertThat(story(message))
        .containsExactly("text erased, or to be when it has ended, as key k asked");
  }

  @Test
  void all_of_a_number_is_erased_whether_it_sent_or_received() throws Exception {
    MessageId to = insert(THEN, MessageStatus.UNDELIVERED);
    MessageId from = insertIncoming(THEN);
    MessageId waiting = insert(THEN, MessageStatus.QUEUED);
    assertThat(erasures.eraseNumber(number, Optional.empty(), "administrator admin"))
        .isEqualTo(new Erasures.Erased(2, 1, true));
    assertThat(text(to)).isEmpty();
    assertThat(text(from)).isEmpty();
    assertThat(text(waiting)).contains("hello");
    assertThat(erasures.eraseNumber(number, Optional.empty(), "administrator admin"))
        .as("what is noted is not told again")
        .isEqualTo(new Erasures.Erased(0, 0, true));
  }

  @Test
  void weeks_are_made_ahead_dropped_when_old_and_nothing_in_between_is_lost() throws Exception {
    String table = "weeks_" + System.nanoTime();
    change("CREATE TABLE " + table + " LIKE message");
    MessageId old = insertInto(table, Instant.parse("2026-11-01T00:00:00Z"));
    MessageId early = insertInto(table, Instant.parse("2026-12-10T00:00:00Z"));
    MigratedDatabase.inTransaction(
        connection -> {
          WeeklyTable weekly = new WeeklyTable(connection, table);
          assertThat(weekly.weeks()).isNotEmpty();
          weekly.extend(Instant.parse("2026-12-24T00:00:00Z"), 1);
          assertThat(weekly.weeks()).contains(Week.ofName("p20261228"), Week.ofName("p20270104"));
          assertThat(weekly.drop(Instant.parse("2026-11-30T00:00:00Z")))
              .contains(Week.ofName("p20261123"));
          return null;
        });
    assertThat(ids(table)).doesNotContain(old).contains(early);
    change("DROP TABLE " + table);
  }

  @Test
  void the_gateways_tables_have_the_coming_weeks_after_the_start() throws Exception {
    RetentionDesk desk = desk(Instant.parse("2026-11-25T00:00:00Z"), Map.of());
    desk.start();
    for (String table : List.of("message", "segment", "event", "esme_message")) {
      MigratedDatabase.inTransaction(
          connection -> {
            assertThat(new WeeklyTable(connection, table).weeks())
                .contains(Week.ofName("p20261130"), Week.ofName("p20261228"));
            return null;
          });
    }
  }

  private static RetentionDesk desk(Instant now, Map<String, String> settings) {
    RetentionDesk desk = new RetentionDesk();
    desk.database = MigratedDatabase.dataSource();
    desk.clock = new TestClock(now.toString());
    desk.settings = GatewaySettings.of(name -> Optional.ofNullable(settings.get(name)));
    return desk;
  }

  private MessageId insert(Instant at, MessageStatus status) throws SQLException {
    return insert("message", at, status, "+4400", number);
  }

  private MessageId insertIncoming(Instant at) throws SQLException {
    return insert("message", at, MessageStatus.PUSHED, number, "+4400");
  }

  private MessageId insertInto(String table, Instant at) throws SQLException {
    return insert(table, at, MessageStatus.DELIVERED, "+4400", number);
  }

  private MessageId insert(String table, Instant at, MessageStatus status, String from, String to)
      throws SQLException {
    MessageId id = MessageId.next(Clock.fixed(at, java.time.ZoneOffset.UTC));
    MigratedDatabase.inTransaction(
        db -> {
          Sql.update(
              db,
              "INSERT INTO "
                  + table
                  + " (id, direction, client_id, from_address, to_address, body, alphabet,"
                  + " segments, status, created_at) VALUES (?,1,?,?,?,'hello',0,1,?,?)",
              List.of(id.bytes(), CLIENT, from, to, status.code(), at));
          return Sql.update(
              db,
              "INSERT INTO webhook_delivery (id, client_id, message_id, type, body, state,"
                  + " next_attempt_at, created_at) VALUES (?,?,?,'message.received','hello',1,?,?)",
              List.of(id.toString(), CLIENT, id.bytes(), at, at));
        });
    return id;
  }

  private static void move(MessageId message, MessageStatus to) throws SQLException {
    MigratedDatabase.inTransaction(
        db ->
            Sql.update(
                db,
                "UPDATE message SET status = ? WHERE id = ?",
                List.of(to.code(), message.bytes())));
  }

  private static void change(String sql) throws SQLException {
    MigratedDatabase.inTransaction(db -> Sql.update(db, sql, List.of()));
  }

  private static Optional<String> text(MessageId message) throws SQLException {
    return MigratedDatabase.inTransaction(
        db ->
            Sql.query(
                    db,
                    "SELECT body FROM message WHERE id = ?",
                    List.of(message.bytes()),
                    row -> Optional.ofNullable(row.getString(1)))
                .get(0));
  }

  private static MessageStatus status(MessageId message) throws SQLException {
    return MigratedDatabase.inTransaction(
        db ->
            Sql.query(
                    db,
                    "SELECT status FROM message WHERE id = ?",
                    List.of(message.bytes()),
                    row -> MessageStatus.ofCode(row.getInt(1)))
                .get(0));
  }

  private static int pushes(MessageId message) throws SQLException {
    return MigratedDatabase.inTransaction(
        db ->
            Sql.query(
                    db,
                    "SELECT COUNT(*) FROM webhook_delivery WHERE message_id = ?",
                    List.of(message.bytes()),
                    row -> row.getInt(1))
                .get(0));
  }

  private static List<String> story(MessageId message) throws SQLException {
    return MigratedDatabase.inTransaction(
        db ->
            Sql.query(
                db,
                "SELECT detail FROM event WHERE message_id = ? ORDER BY id",
                List.of(message.bytes()),
                row -> row.getString(1)));
  }

  private static List<MessageId> ids(String table) throws SQLException {
    return MigratedDatabase.inTransaction(
        db ->
            Sql.query(
                db, "SELECT id FROM " + table, List.of(), row -> MessageId.of(row.getBytes(1))));
  }
}
