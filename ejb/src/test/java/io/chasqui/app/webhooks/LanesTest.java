package io.chasqui.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.delivery.PushAnswer;
import io.chasqui.domain.delivery.PushVerdict;
import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final Lanes lanes = new Lanes(2, 5);

  @Test
  void each_client_has_its_bound_and_clients_take_turns() {
    fill("a", 4);
    fill("b", 4);

    assertThat(startAll()).containsExactly("a0", "b0", "a1", "b1");
  }

  @Test
  void all_together_have_a_bound() {
    List.of("a", "b", "c", "d").forEach(client -> fill(client, 4));

    assertThat(startAll()).hasSize(5);
    assertThat(lanes.underWay()).isEqualTo(5);
  }

  @Test
  void what_ends_makes_room() {
    fill("a", 4);
    startAll();

    lanes.ended(settlement("a", 0, answered()));

    assertThat(startAll()).containsExactly("a2");
  }

  @Test
  void an_endpoint_that_does_not_answer_gets_one_at_a_time_until_it_does() {
    fill("a", 6);
    startAll();
    lanes.ended(settlement("a", 0, silence()));
    lanes.ended(settlement("a", 1, silence()));

    assertThat(startAll()).containsExactly("a2");
    lanes.ended(settlement("a", 2, answered()));
    assertThat(startAll()).containsExactly("a3", "a4");
  }

  @Test
  void a_delivery_is_known_until_its_result_is_recorded() {
    fill("a", 1);
    startAll();
    Settlement settlement = settlement("a", 0, answered());

    lanes.ended(settlement);
    assertThat(lanes.of("a").knows(settlement.delivery())).isTrue();
    lanes.recorded(settlement);
    assertThat(lanes.of("a").knows(settlement.delivery())).isFalse();
  }

  @Test
  void a_lane_is_hungry_when_the_outbox_has_more_than_it() {
    fill("a", 4);
    lanes.of("a").moreInOutbox();
    assertThat(lanes.hungry()).isEmpty();

    startAll();
    lanes.ended(settlement("a", 0, answered()));
    startAll();

    assertThat(lanes.hungry()).extracting(Lane::clientId).containsExactly("a");
  }

  private void fill(String client, int count) {
    lanes
        .of(client)
        .add(IntStream.range(0, count).mapToObj(i -> delivery(client, i)).toList(), false);
  }

  private List<String> startAll() {
    List<String> started = new ArrayList<>();
    for (Optional<Delivery> next = lanes.start(); next.isPresent(); next = lanes.start()) {
      started.add(next.get().id());
    }
    return started;
  }

  private static Settlement settlement(String client, int number, PushAnswer answer) {
    return new Settlement(
        delivery(client, number),
        Optional.empty(),
        answer,
        new PushVerdict.Delivered(),
        Instant.EPOCH);
  }

  private static Delivery delivery(String client, int number) {
    return new Delivery(
        client + number,
        client,
        MessageId.next(Clock.systemUTC()),
        "message.delivered",
        "{}",
        0,
        Instant.EPOCH);
  }

  private static PushAnswer answered() {
    return new PushAnswer.Answered(200, Optional.empty());
  }

  private static PushAnswer silence() {
    return new PushAnswer.NoAnswer("silence");
  }
}
