package io.chasqui.benchmark.pipeline;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Messages of the last ten weeks, made by the database itself: of twenty clients, to five million
 * numbers, every tenth an incoming one. Their parts and stories, which no list reads, are left out.
 */
final class StoredMessages implements AutoCloseable {
  static final int CLIENTS = 20;
  private static final int NUMBERS = 5_000_000;
  private static final int WEEKS = 10;
  private static final long SPAN_MILLIS = WEEKS * 7 * 86_400_000L;
  private static final long AT_ONCE = 1_000_000;
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'p'yyyyMMdd");

  /** Made again afterwards: sorted they cost a fraction of what they cost row by row. */
  private static final List<String> INDEXES =
      List.of(
          "message_of_client (client_id, direction, id)",
          "message_to (to_address, id)",
          "message_from (from_address, id)",
          "message_by_status (status, id)",
          "message_of_service (service_id, id)");

  private static final String FILL =
      """
      INSERT INTO message (id, direction, client_id, from_address, to_address, body, alphabet,
        segments, status, connector_id, created_at)
      SELECT UNHEX(CONCAT(LPAD(HEX(m.ms), 12, '0'), LPAD(HEX(m.seq), 20, '0'))),
        IF(m.incoming, 2, 1), CONCAT('%s', LPAD(m.client, 4, '0')),
        IF(m.incoming, m.phone, CONCAT('Shop', m.client)),
        IF(m.incoming, CONCAT('+5511', LPAD(m.client, 9, '0')), m.phone),
        CONCAT('Your order ', m.seq, ' is on its way and will be with you before noon.'), 0, 1,
        CASE WHEN m.incoming THEN 31 WHEN m.seq %% 100000 = 1 THEN 15
             WHEN m.seq %% 25 = 1 THEN 11 ELSE 10 END,
        'carrier-a', TIMESTAMPADD(MICROSECOND, m.ms %% 1000 * 1000,
          TIMESTAMPADD(SECOND, m.ms DIV 1000, '1970-01-01'))
      FROM (SELECT seq, seq %% 10 = 0 AS incoming, seq * 31 %% %d AS client,
              CONCAT('+55119', LPAD(seq * 7919 %% %d, 8, '0')) AS phone,
              %d + seq * %d DIV %d AS ms FROM seq_%d_to_%d) m""";

  private static final String COUNT =
      """
      INSERT INTO traffic
      SELECT TIMESTAMPADD(HOUR, CONV(HEX(LEFT(id, 6)), 16, 10) DIV 3600000, '1970-01-01'),
        client_id, 'carrier-a', '', status, COUNT(*), SUM(segments)
      FROM message WHERE client_id LIKE '%s%%' GROUP BY 1, 2, 3, 4, 5""";

  private final Connection connection;
  private final PrintStream out;

  StoredMessages(int port, String password, PrintStream out) throws SQLException {
    String url = "jdbc:mariadb://127.0.0.1:%d/chasqui?sslMode=disable".formatted(port);
    this.connection = DriverManager.getConnection(url, "chasqui", password);
    this.out = out;
  }

  /** One of the numbers, in E.164. */
  static String number(long which) {
    return "+55119%08d".formatted(Math.floorMod(which * 7919, NUMBERS));
  }

  long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COALESCE(SUM(messages), 0) FROM traffic")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * @param clients what their ids begin with, all but the last four characters
   * @param now the newest message's time
   */
  void fill(long rows, String clients, Instant now) throws SQLException {
    long start = now.toEpochMilli() - SPAN_MILLIS;
    change("ALTER TABLE message REORGANIZE PARTITION p20261123 INTO (" + weeks(now) + ")");
    change("ALTER TABLE message " + each("DROP KEY %s", name -> name.split(" ")[0]));
    change("SET unique_checks = 0");
    for (long from = 1; from <= rows; from += AT_ONCE) {
      long to = Math.min(rows, from + AT_ONCE - 1);
      change(FILL.formatted(clients, CLIENTS, NUMBERS, start, SPAN_MILLIS, rows, from, to));
      out.printf("%,d of %,d rows%n", to, rows);
    }
    change("ALTER TABLE message " + each("ADD KEY %s", name -> name));
    change(COUNT.formatted(clients));
  }

  private static String each(String action, java.util.function.UnaryOperator<String> of) {
    return INDEXES.stream()
        .map(index -> action.formatted(of.apply(index)))
        .collect(Collectors.joining(", "));
  }

  /** The partition of all that was before the gateway's first week, cut into weeks. */
  private static String weeks(Instant now) {
    LocalDate last = LocalDate.of(2026, 11, 23);
    LocalDate first =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .minusWeeks(WEEKS)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return IntStream.iterate(0, i -> !first.plusWeeks(i).isAfter(last), i -> i + 1)
        .mapToObj(first::plusWeeks)
        .map(StoredMessages::week)
        .collect(Collectors.joining(", "));
  }

  private static String week(LocalDate end) {
    long millis = end.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return "PARTITION %s VALUES LESS THAN (x'%012x')".formatted(NAME.format(end), millis);
  }

  private void change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
