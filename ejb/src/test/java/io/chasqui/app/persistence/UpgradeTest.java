package io.chasqui.app.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.traffic.Counts;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the first version had stored, in the schema of today. */
class UpgradeTest {
  private static final List<Object> MESSAGE = List.of(FirstVersion.MESSAGE.bytes());

  @Test
  void a_message_keeps_its_text_and_its_story_in_order() throws SQLException {
    assertThat(query("SELECT body FROM message WHERE id = ?")).containsExactly("hello");
    assertThat(query("SELECT status FROM event WHERE message_id = ? ORDER BY id"))
        .containsExactly("1", "2", "3", "10");
  }

  @Test
  void new_lines_of_its_story_come_after_the_old_ones() throws SQLException {
    MigratedDatabase.inTransaction(
        db ->
            Sql.update(
                db,
                "INSERT INTO event (message_id, at, status, detail) VALUES (?,NOW(),10,'after')",
                MESSAGE));
    assertThat(query("SELECT detail FROM event WHERE message_id = ? ORDER BY id DESC LIMIT 1"))
        .containsExactly("after");
    MigratedDatabase.inTransaction(
        db ->
            Sql.update(db, "DELETE FROM event WHERE detail = 'after' AND message_id = ?", MESSAGE));
  }

  @Test
  void it_is_counted() throws SQLException {
    assertThat(Counts.ofConnector(FirstVersion.CARRIER.value()))
        .isEqualTo(Map.of(MessageStatus.DELIVERED, 1L));
    assertThat(
            query(
                "SELECT hour FROM traffic WHERE segments = 2 AND connector_id = '%s'"
                    .formatted(FirstVersion.CARRIER.value()),
                List.of()))
        .hasSize(1);
  }

  private static List<String> query(String sql) throws SQLException {
    return query(sql, MESSAGE);
  }

  private static List<String> query(String sql, List<Object> parameters) throws SQLException {
    return MigratedDatabase.inTransaction(
        db -> Sql.query(db, sql, parameters, row -> row.getString(1)));
  }
}
