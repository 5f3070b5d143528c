package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.message.MessageStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Traffic TRAFFIC =
      new Traffic(
          Map.of(
              MessageStatus.ACCEPTED, 1L,
              MessageStatus.QUEUED, 2L,
              MessageStatus.SUBMITTED, 4L,
              MessageStatus.DELIVERED, 90L,
              MessageStatus.UNDELIVERED, 6L,
              MessageStatus.REJECTED, 4L,
              MessageStatus.UNKNOWN, 16L,
              MessageStatus.PUSHED, 32L,
              MessageStatus.UNROUTED, 64L));

  @Test
  void sent_is_what_a_carrier_was_given() {
    assertThat(TRAFFIC.sent()).isEqualTo(4 + 90 + 6 + 16);
    assertThat(TRAFFIC.waiting()).isEqualTo(1 + 2);
  }

  @Test
  void received_is_every_incoming_message() {
    assertThat(TRAFFIC.received()).isEqualTo(32 + 64);
  }

  @Test
  void the_delivery_rate_is_of_those_whose_end_is_known() {
    assertThat(TRAFFIC.deliveryRate()).hasValue(0.9);
  }

  @Test
  void without_an_end_there_is_no_rate() {
    assertThat(new Traffic(Map.of(MessageStatus.SUBMITTED, 3L)).deliveryRate()).isEmpty();
  }
}
