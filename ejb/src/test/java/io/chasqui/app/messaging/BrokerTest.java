package io.chasqui.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerTest {
  private final Broker broker = RealBroker.broker();
  private final String queue = "broker-test." + MessageId.next(Clock.systemUTC());

  @Test
  void what_is_sent_is_there_on_return() {
    LedgerEntry entry = entry();
    broker.send(List.of(Parcel.of(queue, LedgerCodec.INSTANCE, List.of(entry))));
    assertThat(RealBroker.take(queue, LedgerCodec.INSTANCE, 1)).containsExactly(entry);
  }

  @Test
  void nothing_is_sent_of_what_cannot_be_sent_whole() {
    Parcel<LedgerEntry> good = Parcel.of(queue, LedgerCodec.INSTANCE, List.of(entry()));
    Parcel<OutgoingMessage> bad =
        Parcel.of(queue, OutgoingCodec.INSTANCE, Collections.singletonList(null));
    assertThatThrownBy(() -> broker.send(List.of(good, bad)))
        .isInstanceOf(NullPointerException.class);
    assertThat(RealBroker.isEmpty(queue)).isTrue();
  }

  @Test
  void what_nobody_can_read_is_put_aside_whole() throws Exception {
    byte[] octets = OutgoingCodec.INSTANCE.encode(List.of());
    try (JMSContext context = RealBroker.factory().createContext()) {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(octets);
      message.reset();
      assertThat(broker.read(message, LedgerCodec.INSTANCE)).isEmpty();
    }
    assertThat(RealBroker.next(Queues.DEAD)).isEqualTo(octets);
  }

  private static LedgerEntry entry() {
    MessageId id = MessageId.next(Clock.systemUTC());
    return new LedgerEntry.Expired(id, 1, Instant.ofEpochMilli(1));
  }
}
