package io.chasqui.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerTest {
  private static final String QUEUE = "broker-test";

  @RegisterExtension final EmbeddedBroker embedded = new EmbeddedBroker();
  private final LedgerEntry entry =
      new LedgerEntry.Expired(MessageId.next(Clock.systemUTC()), 1, Instant.ofEpochMilli(1));
  private final byte[] octets = LedgerCodec.INSTANCE.encode(List.of(entry));
  private final Broker broker = new Broker();

  @BeforeEach
  void begin() {
    broker.workers = embedded.workers();
  }

  @Test
  void what_is_sent_is_there_on_return() {
    broker.send(session -> session.send(QUEUE, octets));
    assertThat(embedded.drain(QUEUE, LedgerCodec.INSTANCE)).containsExactly(entry);
  }

  @Test
  void nothing_is_sent_of_what_cannot_be_sent_whole() {
    assertThatThrownBy(
            () ->
                broker.send(
                    session -> {
                      session.send(QUEUE, octets);
                      throw new IllegalStateException("unforeseen");
                    }))
        .hasMessage("unforeseen");
    broker.send(session -> session.send("another", octets));
    assertThat(embedded.count(QUEUE)).isZero();
  }
}
