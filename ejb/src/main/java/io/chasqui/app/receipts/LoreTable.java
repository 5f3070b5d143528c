package io.chasqui.app.receipts;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.receipt.DialectLearner;
import io.chasqui.domain.receipt.IdDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables connector_dialect and receipt_word. */
final class LoreTable {
  private static final String SAVE_DIALECT =
      "INSERT INTO connector_dialect (connector_id, streaks, matches, contradictions, ambiguities)"
          + " VALUES (?,?,?,?,?) ON DUPLICATE KEY UPDATE streaks = VALUES(streaks),"
          + " matches = VALUES(matches), contradictions = VALUES(contradictions),"
          + " ambiguities = VALUES(ambiguities)";
  private static final String SAVE_WORD =
      "INSERT INTO receipt_word (connector_id, word, error, receipts, last_at) VALUES (?,?,?,?,?)"
          + " ON DUPLICATE KEY UPDATE receipts = VALUES(receipts), last_at = VALUES(last_at)";

  private final Connection connection;

  LoreTable(Connection connection) {
    this.connection = connection;
  }

  Map<ConnectorId, CarrierLore> load() throws SQLException {
    Map<ConnectorId, DialectLearner> learners = learners();
    Map<ConnectorId, List<WordCount>> words = words();
    Map<ConnectorId, CarrierLore> all = new HashMap<>();
    words.forEach(
        (id, said) ->
            all.put(id, new CarrierLore(learners.getOrDefault(id, DialectLearner.NEW), said)));
    learners.forEach((id, learner) -> all.putIfAbsent(id, new CarrierLore(learner, List.of())));
    return all;
  }

  private Map<ConnectorId, DialectLearner> learners() throws SQLException {
    Map<ConnectorId, DialectLearner> learners = new HashMap<>();
    Sql.query(
        connection,
        "SELECT connector_id, streaks, matches, contradictions, ambiguities FROM connector_dialect",
        List.of(),
        row ->
            learners.put(
                ConnectorId.of(row.getString(1)),
                new DialectLearner(
                    streaks(row.getString(2)), row.getLong(3), row.getLong(4), row.getLong(5))));
    return learners;
  }

  private Map<ConnectorId, List<WordCount>> words() throws SQLException {
    Map<ConnectorId, List<WordCount>> words = new HashMap<>();
    Sql.query(
        connection,
        "SELECT connector_id, word, error, receipts, last_at FROM receipt_word",
        List.of(),
        row ->
            words
                .computeIfAbsent(ConnectorId.of(row.getString(1)), id -> new ArrayList<>())
                .add(
                    new WordCount(
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant())));
    return words;
  }

  void save(ConnectorId id, CarrierLore lore) throws SQLException {
    DialectLearner learner = lore.learner();
    Sql.update(
        connection,
        SAVE_DIALECT,
        List.of(
            id.value(),
            text(learner.streaks()),
            learner.matches(),
            learner.contradictions(),
            learner.ambiguities()));
    Sql.batch(
        connection,
        SAVE_WORD,
        lore.words(),
        (statement, said) -> {
          statement.setString(1, id.value());
          statement.setString(2, said.word());
          statement.setString(3, said.error());
          statement.setLong(4, said.receipts());
          statement.setTimestamp(5, Sql.timestamp(said.last()));
        });
  }

  void delete(ConnectorId id) throws SQLException {
    for (String table : List.of("connector_dialect", "receipt_word")) {
      Sql.update(
          connection, "DELETE FROM " + table + " WHERE connector_id = ?", List.of(id.value()));
    }
  }

  /** Such as {@code SAME=12 CASE=12}. */
  private static String text(Map<IdDialect, Integer> streaks) {
    return streaks.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> each.getKey() + "=" + each.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Dialects that another version knew are passed over. */
  private static Map<IdDialect, Integer> streaks(String text) {
    Map<String, IdDialect> known =
        Arrays.stream(IdDialect.values()).collect(Collectors.toMap(Enum::name, each -> each));
    return Arrays.stream(text.split(" "))
        .map(each -> each.split("="))
        .filter(pair -> pair.length == 2 && known.containsKey(pair[0]))
        .collect(Collectors.toMap(pair -> known.get(pair[0]), pair -> Integer.valueOf(pair[1])));
  }
}
