package io.chasqui.app.retention;

import io.chasqui.app.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table cut by weeks, with a last partition for what no week was made for. Changing its weeks
 * takes milliseconds, but waits for the transactions that use it, and whoever comes meanwhile waits
 * behind it: so it gives up soon and is done another time.
 */
final class WeeklyTable {
  private static final String REST = "rest";
  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final String name;

  WeeklyTable(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Oldest first. */
  List<Week> weeks() throws SQLException {
    return Sql.query(
            connection,
            "SELECT partition_name FROM information_schema.partitions"
                + " WHERE table_schema = DATABASE() AND table_name = ? AND partition_name <> ?",
            List.of(name, REST),
            row -> Week.ofName(row.getString(1)))
        .stream()
        .sorted()
        .toList();
  }

  /** Makes those that are missing up to {@code ahead} weeks from now; answers how many. */
  int extend(Instant now, int ahead) throws SQLException {
    Week last = weeks().stream().max(Comparator.naturalOrder()).orElseThrow();
    List<Week> missing = Week.missing(last, now, ahead);
    if (!missing.isEmpty()) {
      String clauses = missing.stream().map(Week::clause).collect(Collectors.joining(", "));
      alter(
          "REORGANIZE PARTITION %s INTO (%s, PARTITION %s VALUES LESS THAN (MAXVALUE))"
              .formatted(REST, clauses, REST));
    }
    return missing.size();
  }

  /** Drops the weeks that ended before {@code time}, but never the only one; answers which. */
  List<Week> drop(Instant time) throws SQLException {
    List<Week> weeks = weeks();
    List<Week> old =
        weeks.subList(0, weeks.size() - 1).stream()
            .filter(week -> !week.ends().isAfter(time))
            .toList();
    if (!old.isEmpty()) {
      alter("DROP PARTITION " + old.stream().map(Week::name).collect(Collectors.joining(", ")));
    }
    return old;
  }

  private void alter(String change) throws SQLException {
    Sql.update(
        connection,
        "SET STATEMENT lock_wait_timeout = %d FOR ALTER TABLE %s %s"
            .formatted(PATIENCE_SECONDS, name, change),
        List.of());
  }
}
