package io.chasqui.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class DeliveryIdTest {
  private final MessageId message = MessageId.next(Clock.systemUTC());

  @Test
  void the_same_event_always_has_the_same_id() {
    assertThat(DeliveryId.of(message, "message.delivered"))
        .isEqualTo(DeliveryId.of(MessageId.of(message.toString()), "message.delivered"));
  }

  @Test
  void other_events_and_other_messages_have_other_ids() {
    assertThat(DeliveryId.of(message, "message.delivered"))
        .isNotEqualTo(DeliveryId.of(message, "message.expired"))
        .isNotEqualTo(DeliveryId.of(MessageId.next(Clock.systemUTC()), "message.delivered"));
  }

  @Test
  void it_is_a_ulid_of_the_messages_time() {
    String id = DeliveryId.of(message, "message.delivered").value();

    assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}").isNotEqualTo(message.toString());
    assertThat(MessageId.of(id).time()).isEqualTo(message.time());
  }
}
