package io.chasqui.app.traffic;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.domain.message.MessageStatus;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Answers how many messages there were, from the counts. */
@Stateless
public class TrafficStatistics {
  private static final int MOST = 10_000;

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  /**
   * The messages accepted or received in full hours (UTC).
   *
   * @param clientId whose; empty for an administrator, who sees all
   * @param since the hour it lies in is the first
   * @param until the hour it lies in is the last, unless it is its beginning
   * @param by at least one
   * @throws InvalidFieldException when there are more than 10 000 groups
   */
  public List<TrafficLine> read(
      Optional<String> clientId, Instant since, Instant until, List<Grouping> by) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(since.truncatedTo(ChronoUnit.HOURS));
    parameters.add(until);
    clientId.ifPresent(parameters::add);
    try (Connection connection = database.getConnection()) {
      List<TrafficLine> lines =
          Sql.query(connection, sql(clientId, by), parameters, row -> line(row, by));
      if (lines.size() > MOST) {
        throw new InvalidFieldException("by", "makes more than %d groups".formatted(MOST));
      }
      return lines;
    } catch (SQLException e) {
      throw new EJBException("statistics: the database could not be asked", e);
    }
  }

  private static String sql(Optional<String> clientId, List<Grouping> by) {
    String columns = by.stream().map(Grouping::expression).collect(Collectors.joining(", "));
    String places =
        IntStream.rangeClosed(1, by.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return """
        SELECT %s, SUM(t.messages) AS messages, SUM(t.segments) AS segments
        FROM traffic t LEFT JOIN service s ON s.id = t.service_id
        WHERE t.hour >= ? AND t.hour < ?%s
        GROUP BY %s HAVING messages <> 0 ORDER BY %s LIMIT %d"""
        .formatted(
            columns, clientId.isPresent() ? " AND t.client_id = ?" : "", places, places, MOST + 1);
  }

  private static TrafficLine line(ResultSet row, List<Grouping> by) throws SQLException {
    List<Optional<String>> values = new ArrayList<>();
    for (int at = 0; at < by.size(); at++) {
      values.add(
          by.get(at) == Grouping.STATUS
              ? Optional.of(MessageStatus.ofCode(row.getInt(at + 1)).apiName())
              : Optional.ofNullable(row.getString(at + 1)));
    }
    return new TrafficLine(values, row.getLong("messages"), row.getLong("segments"));
  }
}
