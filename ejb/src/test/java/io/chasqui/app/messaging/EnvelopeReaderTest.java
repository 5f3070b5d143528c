package io.chasqui.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.message.MessageId;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnvelopeReaderTest {
  private static final String QUEUE = "chasqui.test";
  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();
  private final List<MessageId> ids = List.of(MessageId.next(Clock.systemUTC()));

  @Test
  void what_nobody_can_read_is_put_aside_whole_and_the_next_is_read() throws Exception {
    broker.send(QUEUE, "nonsense".getBytes(StandardCharsets.US_ASCII));
    sendText("not even octets");
    broker.send(QUEUE, MessageIdCodec.INSTANCE, ids);
    assertThat(broker.drain(QUEUE, MessageIdCodec.INSTANCE)).isEqualTo(ids);
    assertThat(deadOctets()).isEqualTo("nonsense");
    assertThat(broker.count(Queues.DEAD)).as("the text").isEqualTo(1);
    assertThat(broker.count(QUEUE)).isZero();
  }

  @Test
  void an_empty_batch_is_a_batch_and_an_unreadable_one_is_none() {
    try (LocalSession session = broker.session();
        EnvelopeReader<MessageId> reader =
            new EnvelopeReader<>(session, QUEUE, MessageIdCodec.INSTANCE)) {
      broker.send(QUEUE, new byte[] {'?'});
      assertThat(reader.read(Duration.ofSeconds(5))).isEmpty();
      broker.send(QUEUE, MessageIdCodec.INSTANCE, List.of());
      assertThat(reader.read(Duration.ofSeconds(5))).contains(List.of());
    }
  }

  @Test
  @Timeout(60)
  void less_than_a_millisecond_is_no_waiting_rather_than_waiting_for_ever() {
    try (LocalSession session = broker.session();
        var reader = new EnvelopeReader<>(session, QUEUE, MessageIdCodec.INSTANCE)) {
      assertThat(reader.read(Duration.ofNanos(1))).isEmpty();
      assertThat(reader.read(Duration.ofSeconds(-1))).isEmpty();
    }
  }

  @Test
  void what_was_not_committed_is_read_again() {
    broker.send(QUEUE, MessageIdCodec.INSTANCE, ids);
    try (LocalSession session = broker.session()) {
      var reader = new EnvelopeReader<>(session, QUEUE, MessageIdCodec.INSTANCE);
      assertThat(reader.read(Duration.ofSeconds(5))).contains(ids);
    }
    assertThat(broker.drain(QUEUE, MessageIdCodec.INSTANCE)).isEqualTo(ids);
  }

  private String deadOctets() {
    try (LocalSession session = broker.session();
        LocalSession.Inlet dead = session.inlet(Queues.DEAD, null)) {
      byte[] octets = Envelopes.octets(dead.receive(Duration.ofSeconds(5)).orElseThrow());
      session.commit();
      return new String(octets, StandardCharsets.US_ASCII);
    }
  }

  private void sendText(String text) throws JMSException {
    try (var connection = broker.workers().broker().createConnection();
        Session session = connection.createSession()) {
      session.createProducer(session.createQueue(QUEUE)).send(session.createTextMessage(text));
    }
  }
}
