package io.chasqui.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a client and a number of its own: they share the database. */
class MessagesTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

  private final String client = MessageId.next(Clock.systemUTC()).toString();
  private final String number = "+4" + Math.abs(client.hashCode()) + "00";
  private final Messages messages = new Messages();

  @BeforeEach
  void begin() {
    messages.database = MigratedDatabase.dataSource();
  }

  @Test
  void a_clients_messages_of_both_directions_come_newest_first() throws Exception {
    List<MessageId> inserted =
        List.of(
            insert(T, MessageStatus.DELIVERED, "Shop", number),
            insert(T.plusSeconds(1), MessageStatus.PUSHED, number, "Shop"),
            insert(T.plusSeconds(2), MessageStatus.QUEUED, "Shop", number));
    assertThat(list(query())).isEqualTo(reversed(inserted));
  }

  @Test
  void a_page_goes_on_where_the_one_before_ended() throws Exception {
    List<MessageId> inserted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      MessageStatus status = i % 2 == 0 ? MessageStatus.DELIVERED : MessageStatus.PUSHED;
      inserted.add(insert(T.plusMillis(i), status, "Shop", number));
    }
    List<MessageId> newest = reversed(inserted);
    assertThat(list(query().limit(2)))
        .as("one more than the limit")
        .isEqualTo(newest.subList(0, 3));
    assertThat(list(query().limit(2).before(newest.get(1)))).isEqualTo(newest.subList(2, 5));
  }

  @Test
  void a_number_is_found_as_sender_and_as_recipient_and_once_as_both() throws Exception {
    MessageId to = insert(T, MessageStatus.DELIVERED, "Shop", number);
    MessageId from = insert(T.plusSeconds(1), MessageStatus.PUSHED, number, "Shop");
    MessageId both = insert(T.plusSeconds(2), MessageStatus.DELIVERED, number, number);
    insert(T, MessageStatus.DELIVERED, "Shop", "+4411111111");
    assertThat(list(query().number(number))).containsExactly(both, from, to);
  }

  @Test
  void since_is_the_first_moment_and_until_the_first_beyond() throws Exception {
    insert(T.minusMillis(1), MessageStatus.DELIVERED, "Shop", number);
    MessageId first = insert(T, MessageStatus.DELIVERED, "Shop", number);
    MessageId last = insert(T.plusMillis(999), MessageStatus.DELIVERED, "Shop", number);
    insert(T.plusMillis(1_000), MessageStatus.DELIVERED, "Shop", number);
    assertThat(list(query().since(T).until(T.plusSeconds(1)))).containsExactly(last, first);
  }

  @Test
  void status_and_direction_narrow_the_list() throws Exception {
    MessageId failed = insert(T, MessageStatus.FAILED, "Shop", number);
    MessageId pushed = insert(T, MessageStatus.PUSHED, number, "Shop");
    assertThat(list(query().status(MessageStatus.FAILED))).containsExactly(failed);
    assertThat(list(query().direction(Direction.IN))).containsExactly(pushed);
    assertThat(list(query().direction(Direction.IN).status(MessageStatus.FAILED))).isEmpty();
  }

  @Test
  void administrators_see_a_direction_of_all_clients() throws Exception {
    MessageId pushed = insert(T, MessageStatus.PUSH_FAILED, number, "Shop");
    insert(T, MessageStatus.DELIVERED, "Shop", number);
    Query all = query().ofAll().direction(Direction.IN).since(T).until(T.plusMillis(1));
    assertThat(list(all)).contains(pushed);
    assertThat(messages.list(all.built()))
        .allSatisfy(each -> assertThat(each.direction()).isEqualTo(Direction.IN));
  }

  @Test
  void a_service_is_looked_for_by_its_name() throws Exception {
    MessageId known = insert(T, MessageStatus.PUSHED, number, "Shop");
    insert(T, MessageStatus.PUSHED, number, "Shop");
    change(
        "INSERT INTO service (id, name, pattern, priority, created_at) VALUES (?,?,?,1,?)",
        client,
        "Service " + client,
        "of no text but " + client,
        T);
    change("UPDATE message SET service_id = ? WHERE id = ?", client, known.bytes());
    assertThat(list(query().service("Service " + client))).containsExactly(known);
    assertThat(list(query().service("no such service"))).isEmpty();
  }

  @Test
  void a_text_that_was_erased_is_missing() throws Exception {
    MessageId message = insert(T, MessageStatus.DELIVERED, "Shop", number);
    assertThat(messages.list(query().built()).get(0).text()).contains("hello");
    change("UPDATE message SET body = NULL WHERE id = ?", (Object) message.bytes());
    assertThat(messages.list(query().built()).get(0).text()).isEmpty();
  }

  private static List<MessageId> reversed(List<MessageId> ids) {
    List<MessageId> all = new ArrayList<>(ids);
    Collections.reverse(all);
    return all;
  }

  private List<MessageId> list(Query query) {
    return messages.list(query.built()).stream().map(MessageView::id).toList();
  }

  private MessageId insert(Instant at, MessageStatus status, String from, String to)
      throws SQLException {
    // Just before the message, as the intake does it.
    MessageId id = MessageId.next(Clock.fixed(at.minus(Duration.ofMillis(1)), ZoneOffset.UTC));
    change(
        "INSERT INTO message (id, direction, client_id, from_address, to_address, body, alphabet,"
            + " segments, status, created_at) VALUES (?,?,?,?,?,'hello',0,1,?,?)",
        id.bytes(),
        status.direction().code(),
        client,
        from,
        to,
        status.code(),
        at);
    return id;
  }

  private static void change(String sql, Object... parameters) throws SQLException {
    MigratedDatabase.inTransaction(db -> Sql.update(db, sql, Arrays.asList(parameters)));
  }

  private Query query() {
    return new Query(Optional.of(client));
  }

  /** A query of which a test says only what it is about. */
  private static final class Query {
    private Optional<String> clientId;
    private Optional<Direction> direction = Optional.empty();
    private Optional<MessageStatus> status = Optional.empty();
    private Optional<String> number = Optional.empty();
    private Optional<String> service = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private Optional<MessageId> before = Optional.empty();
    private int limit = 50;

    Query(Optional<String> clientId) {
      this.clientId = clientId;
    }

    Query ofAll() {
      clientId = Optional.empty();
      return this;
    }

    Query direction(Direction value) {
      direction = Optional.of(value);
      return this;
    }

    Query status(MessageStatus value) {
      status = Optional.of(value);
      return this;
    }

    Query number(String value) {
      number = Optional.of(value);
      return this;
    }

    Query service(String value) {
      service = Optional.of(value);
      return this;
    }

    Query since(Instant value) {
      since = Optional.of(value);
      return this;
    }

    Query until(Instant value) {
      until = Optional.of(value);
      return this;
    }

    Query before(MessageId value) {
      before = Optional.of(value);
      return this;
    }

    Query limit(int value) {
      limit = value;
      return this;
    }

    MessageQuery built() {
      return new MessageQuery(
          clientId, direction, status, number, service, since, until, before, limit);
    }
  }
}
