package io.chasqui.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficStatisticsTest {
  private static final Instant HOUR = Instant.parse("2026-11-22T12:00:00Z");

  /** One of its own for each test: they share the database. */
  private final String client = MessageId.next(Clock.systemUTC()).toString();

  private final TrafficStatistics statistics = new TrafficStatistics();

  @BeforeEach
  void begin() {
    statistics.database = MigratedDatabase.dataSource();
  }

  @Test
  void a_message_counts_where_it_stands_now_and_in_the_hour_of_its_acceptance() throws Exception {
    Stream stream = stream(HOUR.plusSeconds(1_800), "carrier-a");
    written(moves -> moves.arrived(stream, MessageStatus.QUEUED, 3));
    written(moves -> moves.moved(stream, MessageStatus.QUEUED, MessageStatus.SUBMITTED, 3));
    assertThat(read(HOUR, HOUR.plusSeconds(1), Grouping.HOUR, Grouping.STATUS))
        .containsExactly(line(1, 3, "2026-11-22T12:00:00Z", "submitted"));
  }

  @Test
  void moves_within_a_transaction_are_one_change() throws Exception {
    Stream stream = stream(HOUR, "carrier-a");
    written(
        moves -> {
          for (int i = 0; i < 5; i++) {
            moves.arrived(stream, MessageStatus.QUEUED, 1);
          }
          moves.moved(stream, MessageStatus.QUEUED, MessageStatus.DELIVERED, 1);
        });
    assertThat(read(HOUR, HOUR.plusSeconds(1), Grouping.STATUS))
        .containsExactly(line(4, 4, "queued"), line(1, 1, "delivered"));
  }

  @Test
  void hours_outside_and_other_clients_do_not_count() throws Exception {
    written(moves -> moves.arrived(stream(HOUR, "carrier-a"), MessageStatus.QUEUED, 1));
    written(
        moves ->
            moves.arrived(stream(HOUR.plus(Duration.ofHours(1)), "x"), MessageStatus.QUEUED, 1));
    assertThat(read(HOUR, HOUR.plus(Duration.ofHours(1)), Grouping.CONNECTOR))
        .containsExactly(line(1, 1, "carrier-a"));
    assertThat(
            statistics.read(
                Optional.of("nobody"), HOUR, HOUR.plusSeconds(1), List.of(Grouping.STATUS)))
        .isEmpty();
  }

  @Test
  void more_groups_than_anybody_reads_are_refused() throws Exception {
    written(
        moves -> {
          for (int i = 0; i <= 10_000; i++) {
            moves.arrived(stream(HOUR, "c" + i), MessageStatus.QUEUED, 1);
          }
        });
    assertThatExceptionOfType(InvalidFieldException.class)
        .isThrownBy(() -> read(HOUR, HOUR.plusSeconds(1), Grouping.CONNECTOR))
        .satisfies(wrong -> assertThat(wrong.field()).isEqualTo("by"));
  }

  private Stream stream(Instant at, String connector) {
    return Stream.of(MessageId.first(at), client, connector, null);
  }

  private List<TrafficLine> read(Instant since, Instant until, Grouping... by) {
    return statistics.read(Optional.of(client), since, until, List.of(by));
  }

  private static TrafficLine line(long messages, long segments, String... values) {
    return new TrafficLine(
        java.util.Arrays.stream(values).map(Optional::of).toList(), messages, segments);
  }

  private interface Moving {
    void with(TrafficMoves moves);
  }

  private static void written(Moving moving) throws SQLException {
    TrafficMoves moves = new TrafficMoves();
    moving.with(moves);
    MigratedDatabase.inTransaction(
        connection -> {
          moves.write(connection);
          return null;
        });
  }
}
