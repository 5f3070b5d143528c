package io.chasqui.app.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.Classifier;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.routing.RoutingTable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncomingBatchTest {
  private static final String OWNER = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final String LONG = "Ação ✓ 😀 ".repeat(20);

  private final Clock clock = Clock.systemUTC();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final ConnectorId carrier =
      ConnectorId.of("c" + MessageId.next(clock).toString().toLowerCase());

  private record Row(String text, MessageStatus status, String client, int segments) {}

  @Test
  void a_message_to_a_clients_number_is_received_for_that_client() throws SQLException {
    write(segments("hello", "+5511999990001", 1));
    assertThat(rows()).containsExactly(new Row("hello", MessageStatus.RECEIVED, OWNER, 1));
  }

  @Test
  void a_message_to_nobodys_number_is_kept_without_a_client() throws SQLException {
    write(segments("hello", "+5511999990002", 1));
    assertThat(rows()).containsExactly(new Row("hello", MessageStatus.UNROUTED, null, 1));
  }

  @Test
  void parts_are_joined_in_whatever_order_they_come() throws SQLException {
    List<LinkEvent.Incoming> parts = new ArrayList<>(segments(LONG, "+5511999990001", 7));
    Collections.reverse(parts);
    for (LinkEvent.Incoming part : parts) {
      assertThat(rows()).isEmpty();
      write(List.of(part));
    }
    assertThat(rows()).containsExactly(new Row(LONG, MessageStatus.RECEIVED, OWNER, parts.size()));
  }

  @Test
  void a_batch_told_twice_makes_one_message() throws SQLException {
    List<LinkEvent.Incoming> whole = segments("once", "+5511999990001", 1);
    write(whole);
    write(whole);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void a_part_told_twice_before_the_others_come_counts_once() throws SQLException {
    List<LinkEvent.Incoming> parts = segments(LONG, "+5511999990001", 7);
    write(List.of(parts.get(0), parts.get(0)));
    write(parts.subList(1, parts.size()));
    assertThat(rows()).extracting(Row::text).containsExactly(LONG);
  }

  @Test
  void two_long_messages_with_one_reference_from_two_senders_are_kept_apart() throws SQLException {
    List<LinkEvent.Incoming> one = segments("a".repeat(200), "+5511999990001", 7);
    List<LinkEvent.Incoming> two =
        from("+5511988880009", segments("b".repeat(200), "+5511999990001", 7));
    write(List.of(one.get(0), two.get(0), two.get(1), one.get(1)));
    assertThat(rows())
        .extracting(Row::text)
        .containsExactlyInAnyOrder("a".repeat(200), "b".repeat(200));
  }

  @Test
  void what_has_come_of_a_message_is_given_out_when_the_rest_never_does() throws SQLException {
    List<LinkEvent.Incoming> parts = segments("a".repeat(153 * 2) + "b", "+5511999990001", 9);
    write(List.of(parts.get(0), parts.get(2)));
    giveUpBefore(now);
    assertThat(rows()).isEmpty();
    giveUpBefore(now.plusSeconds(1));
    assertThat(rows()).extracting(Row::text).containsExactly("a".repeat(153) + "[…]b");
  }

  private void write(List<LinkEvent.Incoming> batch) throws SQLException {
    MigratedDatabase.inTransaction(
        connection -> new IncomingBatch(connection, directory()).write(batch));
  }

  private void giveUpBefore(Instant limit) throws SQLException {
    MigratedDatabase.inTransaction(
        connection -> new IncomingBatch(connection, directory()).writeIncomplete(limit));
  }

  private static DirectorySnapshot directory() {
    return new DirectorySnapshot(
        Map.of(),
        Map.of("+5511999990001", OWNER),
        new Classifier(List.of()),
        RoutingTable.EMPTY,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private List<LinkEvent.Incoming> segments(String text, String to, int reference) {
    EncodedText encoded = EncodedText.of(text);
    return encoded.segments(reference).stream()
        .map(data -> segment(encoded, data, "+5511988880001", to))
        .toList();
  }

  private LinkEvent.Incoming segment(EncodedText encoded, UserData data, String from, String to) {
    return new LinkEvent.Incoming(
        carrier,
        now,
        MessageId.next(clock),
        Address.infer(from),
        Msisdn.of(to).address(),
        encoded.coding(),
        data.octets(),
        data.udhi());
  }

  private static List<LinkEvent.Incoming> from(String sender, List<LinkEvent.Incoming> segments) {
    return segments.stream()
        .map(
            each ->
                new LinkEvent.Incoming(
                    each.connector(),
                    each.at(),
                    each.id(),
                    Address.infer(sender),
                    each.destination(),
                    each.coding(),
                    each.userData(),
                    each.udhi()))
        .toList();
  }

  private List<Row> rows() throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT body, status, client_id, segments FROM message WHERE connector_id = ?",
                List.of(carrier.value()),
                row ->
                    new Row(
                        row.getString(1),
                        MessageStatus.ofCode(row.getInt(2)),
                        row.getString(3),
                        row.getInt(4))));
  }
}
