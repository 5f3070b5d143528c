package io.chasqui.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InFlightChunkTest {
  private static final int THROTTLED = 0x58;
  private final Instant now = Instant.now();
  private final OutgoingMessage message = message();
  private final InFlightChunk chunk =
      new InFlightChunk(ConnectorId.of("carrier-a"), "key", Map.of(message, Set.of(1, 2, 3)));

  @Test
  void it_is_complete_when_every_part_has_had_its_outcome() {
    chunk.land(accepted(1));
    chunk.land(accepted(3));
    assertThat(chunk.isComplete()).isFalse();
    chunk.land(unknown(2));
    assertThat(chunk.isComplete()).isTrue();
    assertThat(chunk.retries()).isEmpty();
  }

  @Test
  void a_second_outcome_of_a_part_does_not_complete_another() {
    chunk.land(unknown(1));
    chunk.land(accepted(1));
    chunk.land(accepted(2));
    assertThat(chunk.isComplete()).isFalse();
  }

  @Test
  void only_deferred_parts_come_back_and_as_the_next_attempt() {
    chunk.land(accepted(1));
    chunk.land(deferred(2, THROTTLED));
    chunk.land(deferred(3, THROTTLED));
    assertThat(chunk.retries())
        .singleElement()
        .satisfies(
            retry -> {
              assertThat(retry.message().id()).isEqualTo(message.id());
              assertThat(retry.message().parts()).containsExactlyInAnyOrder(2, 3);
              assertThat(retry.message().attempt()).isEqualTo(2);
            });
  }

  @Test
  void parts_of_one_message_from_two_envelopes_are_told_apart() {
    InFlightChunk both =
        new InFlightChunk(
            ConnectorId.of("carrier-a"),
            "key",
            Map.of(message.retry(Set.of(1)), Set.of(1), message.retry(Set.of(2)), Set.of(2)));
    both.land(deferred(1, THROTTLED));
    assertThat(both.isComplete()).isFalse();
    both.land(accepted(2));
    assertThat(both.isComplete()).isTrue();
    assertThat(both.retries())
        .singleElement()
        .satisfies(retry -> assertThat(retry.message().parts()).containsExactly(1));
  }

  @Test
  void a_carriers_refusal_waits_longer_with_each_attempt_and_a_lost_link_does_not() {
    assertThat(RetryDelay.after(1, deferred(1, THROTTLED))).isEqualTo(Duration.ofSeconds(1));
    assertThat(RetryDelay.after(3, deferred(1, THROTTLED))).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetryDelay.after(99, deferred(1, THROTTLED))).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryDelay.after(99, deferred(1, 0))).isEqualTo(Duration.ofSeconds(1));
  }

  private SubmitOutcome accepted(int part) {
    return new SubmitOutcome.Accepted(message.id(), part, now, "id" + part);
  }

  private SubmitOutcome unknown(int part) {
    return new SubmitOutcome.Unknown(message.id(), part, now, "no answer");
  }

  private SubmitOutcome.Deferred deferred(int part, int status) {
    return new SubmitOutcome.Deferred(message.id(), part, now, status, "later");
  }

  private OutgoingMessage message() {
    return new OutgoingMessage(
        MessageId.next(Clock.systemUTC()),
        "client",
        Address.infer("Chasqui"),
        Msisdn.of("+5511999990000"),
        "x".repeat(400),
        Optional.empty(),
        now,
        now,
        now.plusSeconds(60),
        1,
        Set.of());
  }
}
