package io.chasqui.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.traffic.Counts;
import io.chasqui.app.webhooks.MessageMoves.Move;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageMovesTest {
  private Outbox outbox;
  private String client;

  @BeforeEach
  void begin() throws SQLException {
    outbox = new Outbox();
    client = outbox.client(URI.create("http://127.0.0.1:1/"));
  }

  @AfterEach
  void end() throws InterruptedException {
    outbox.close();
  }

  @Test
  void many_move_in_one_transaction_each_once() throws SQLException {
    MessageId one = outbox.received(client);
    MessageId two = outbox.received(client);
    move(MessageStatus.PUSHED, one, two, one);
    assertThat(outbox.eventsOf(one)).containsExactly("PUSHED because");
    assertThat(outbox.eventsOf(two)).containsExactly("PUSHED because");
    assertThat(outbox.statusOf(one)).isEqualTo(MessageStatus.PUSHED);
    assertThat(Counts.ofClient(client))
        .as("of messages that came uncounted")
        .isEqualTo(Map.of(MessageStatus.RECEIVED, -2L, MessageStatus.PUSHED, 2L));
  }

  @Test
  void what_may_not_move_stays() throws SQLException {
    MessageId pushed = outbox.received(client);
    MessageId fresh = outbox.received(client);
    move(MessageStatus.PUSHED, pushed);
    move(MessageStatus.PUSH_FAILED, pushed, fresh);
    assertThat(outbox.statusOf(pushed)).isEqualTo(MessageStatus.PUSHED);
    assertThat(outbox.statusOf(fresh)).isEqualTo(MessageStatus.PUSH_FAILED);
    move(MessageStatus.PUSHED);
  }

  private static void move(MessageStatus to, MessageId... messages) throws SQLException {
    List<Move> moves =
        Stream.of(messages).map(each -> new Move(each, Instant.now(), "because")).toList();
    MigratedDatabase.inTransaction(
        connection -> {
          MessageMoves.move(connection, moves, to);
          return null;
        });
  }
}
