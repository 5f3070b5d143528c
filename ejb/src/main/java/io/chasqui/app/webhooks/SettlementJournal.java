package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.webhooks.MessageMoves.Move;
import io.chasqui.domain.delivery.PushVerdict;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes down what came of the attempts, many in one transaction. */
final class SettlementJournal {
  private static final int LONGEST_ERROR = 300;
  private static final int LONGEST_DETAIL = 500;

  // Even when the outbox gave up in the meantime: that the client has it is a fact.
  private static final String DELIVERED =
      "UPDATE webhook_delivery SET state = 1, attempts = ?, last_status = ?, last_error = NULL"
          + " WHERE id IN ";
  private static final String RETRY =
      "UPDATE webhook_delivery SET attempts = ?, last_status = ?, last_error = ?,"
          + " next_attempt_at = ? WHERE id = ? AND state = 0";
  private static final String DEAD =
      "UPDATE webhook_delivery SET state = 2, attempts = ?, last_status = ?, last_error = ?"
          + " WHERE id = ? AND state = 0";

  private final DataSource database;
  private final GoneEndpoints goneEndpoints = new GoneEndpoints();

  SettlementJournal(DataSource database) {
    this.database = database;
  }

  /**
   * All or nothing.
   *
   * @return the clients whose endpoint was switched off by this
   */
  List<String> write(List<Settlement> settlements) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<String> switchedOff = write(connection, settlements);
        connection.commit();
        return switchedOff;
      } catch (SQLException | RuntimeException failed) {
        rollBack(connection, failed);
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      cause.addSuppressed(lost); // a connection that is gone rolls back by itself
    }
  }

  private List<String> write(Connection connection, List<Settlement> all) throws SQLException {
    List<Settlement> delivered = with(all, PushVerdict.Delivered.class);
    List<Settlement> dead = with(all, PushVerdict.Dead.class);
    writeDelivered(connection, delivered);
    Sql.batch(connection, RETRY, with(all, PushVerdict.Retry.class), SettlementJournal::bindRetry);
    Sql.batch(connection, DEAD, dead, SettlementJournal::bindDead);
    moveMessages(connection, delivered, MessageStatus.PUSHED);
    moveMessages(connection, dead, MessageStatus.PUSH_FAILED);
    List<String> switchedOff = new ArrayList<>();
    for (Settlement gone : with(all, PushVerdict.Gone.class)) {
      if (goneEndpoints.switchOff(connection, gone)) {
        switchedOff.add(gone.delivery().clientId());
      }
    }
    return switchedOff;
  }

  private static void moveMessages(
      Connection connection, List<Settlement> settlements, MessageStatus to) throws SQLException {
    MessageMoves.move(
        connection,
        settlements.stream()
            .filter(settlement -> settlement.delivery().movesMessage())
            .map(SettlementJournal::move)
            .toList(),
        to);
  }

  private static Move move(Settlement settlement) {
    return new Move(
        settlement.delivery().messageId(),
        settlement.at(),
        cut(settlement.answer().detail(), LONGEST_DETAIL));
  }

  /** Most go through at their first attempt and get the same answer. */
  private static void writeDelivered(Connection connection, List<Settlement> delivered)
      throws SQLException {
    Map<List<Integer>, List<String>> alike =
        delivered.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.attempts(), each.answer().status()),
                    Collectors.mapping(each -> each.delivery().id(), Collectors.toList())));
    for (var each : alike.entrySet()) {
      Sql.updateAll(connection, DELIVERED, each.getKey(), each.getValue());
    }
  }

  private static void bindRetry(PreparedStatement statement, Settlement settlement)
      throws SQLException {
    Instant next = settlement.at().plus(((PushVerdict.Retry) settlement.verdict()).after());
    bindAttempt(statement, settlement);
    statement.setString(3, cut(settlement.answer().detail(), LONGEST_ERROR));
    statement.setTimestamp(4, Sql.timestamp(next));
    statement.setString(5, settlement.delivery().id());
  }

  private static void bindDead(PreparedStatement statement, Settlement settlement)
      throws SQLException {
    bindAttempt(statement, settlement);
    statement.setString(3, cut(settlement.answer().detail(), LONGEST_ERROR));
    statement.setString(4, settlement.delivery().id());
  }

  private static void bindAttempt(PreparedStatement statement, Settlement settlement)
      throws SQLException {
    statement.setInt(1, settlement.attempts());
    if (settlement.answered()) {
      statement.setInt(2, settlement.answer().status());
    } else {
      statement.setNull(2, Types.INTEGER);
    }
  }

  private static List<Settlement> with(
      List<Settlement> settlements, Class<? extends PushVerdict> verdict) {
    return settlements.stream()
        .filter(settlement -> verdict.isInstance(settlement.verdict()))
        .toList();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
