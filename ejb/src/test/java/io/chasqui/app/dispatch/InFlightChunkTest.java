package io.chasqui.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InFlightChunkTest {
  private static final ConnectorId CARRIER = ConnectorId.of("carrier-a");
  private static final int THROTTLED = 0x58;
  private static final int SYSTEM_ERROR = 0x08;
  private static final SmppLinkSettings SETTINGS =
      SmppLinkSettings.of(CARRIER, SmppPeer.of("localhost", 2775), SmppLogin.of("me", "pw"))
          .with(
              StatusTable.STANDARD.with(THROTTLED, StatusPolicy.throttle(20, Duration.ofHours(1))));

  private final Instant now = Instant.now();
  private final OutgoingMessage message = message();
  private final Returns returns = new Returns(Clock.systemUTC());
  private final InFlightChunk chunk = chunk(Map.of(message, Set.of(1, 2, 3)));

  @Test
  void it_is_complete_when_every_part_has_had_its_outcome() {
    chunk.land(accepted(1));
    chunk.land(accepted(3));
    assertThat(chunk.isComplete()).isFalse();
    chunk.land(unknown(2));
    assertThat(chunk.isComplete()).isTrue();
    assertThat(chunk.comebacks()).isEmpty();
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
    assertThat(chunk.comebacks())
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
        chunk(Map.of(message.retry(Set.of(1)), Set.of(1), message.retry(Set.of(2)), Set.of(2)));
    both.land(deferred(1, THROTTLED));
    assertThat(both.isComplete()).isFalse();
    both.land(accepted(2));
    assertThat(both.isComplete()).isTrue();
    assertThat(both.comebacks())
        .singleElement()
        .satisfies(retry -> assertThat(retry.message().parts()).containsExactly(1));
  }

  @Test
  void what_the_link_itself_did_not_take_is_no_attempt() {
    chunk.land(deferred(1, 0));
    chunk.holdBack(message.id(), 2);
    chunk.land(accepted(3));
    assertThat(chunk.comebacks())
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.message()).isEqualTo(message.withheld(Set.of(1, 2)));
              assertThat(back.sequel()).isInstanceOf(Sequel.AtHead.class);
            });
  }

  @Test
  void of_a_message_whose_parts_fare_differently_all_go_to_the_head() {
    chunk.land(deferred(1, SYSTEM_ERROR));
    chunk.land(deferred(2, THROTTLED));
    chunk.land(deferred(3, SYSTEM_ERROR));
    assertThat(chunk.comebacks())
        .singleElement()
        .satisfies(back -> assertThat(back.sequel()).isInstanceOf(Sequel.AtHead.class));
  }

  @Test
  void a_part_refused_too_often_is_given_up_and_the_others_go_on() {
    OutgoingMessage last = message.retry(Set.of(1, 2)).retry(Set.of(1, 2));
    InFlightChunk tried = chunk(Map.of(last, Set.of(1, 2)));
    assertThat(tried.land(deferred(1, SYSTEM_ERROR)))
        .contains(new LedgerEntry.GivenUp(CARRIER, message.id(), 1, 3, "later", now));
    tried.land(deferred(2, THROTTLED));
    assertThat(tried.comebacks())
        .singleElement()
        .satisfies(back -> assertThat(back.message().parts()).containsExactly(2));
  }

  @Test
  void a_refusal_is_told_less_and_less_often() {
    List<Integer> told = new ArrayList<>();
    OutgoingMessage tried = message;
    for (int attempt = 1; attempt <= 20; attempt++) {
      if (chunk(Map.of(tried, Set.of(1))).land(deferred(1, THROTTLED)).isPresent()) {
        told.add(attempt);
      }
      tried = tried.retry(Set.of(1));
    }
    assertThat(told).containsExactly(1, 2, 4, 8, 16);
  }

  @Test
  void nothing_younger_goes_while_something_comes_back() throws Exception {
    assertThat(returns.awaitClear(Duration.ZERO)).hasValue(0);
    chunk.announce(deferred(1, 0));
    assertThat(returns.awaitClear(Duration.ofMillis(1))).isEmpty();
    chunk.left();
    assertThat(returns.awaitClear(Duration.ZERO)).hasValue(1);
  }

  @Test
  void the_pause_the_table_asks_for_is_kept() throws Exception {
    chunk.announce(deferred(1, THROTTLED));
    chunk.left();
    assertThat(returns.awaitClear(Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void a_refusal_that_comes_after_the_outcome_was_told_holds_nobody_up() throws Exception {
    chunk.announce(unknown(1));
    chunk.announce(deferred(1, 0));
    assertThat(returns.awaitClear(Duration.ZERO)).hasValue(0);
  }

  private InFlightChunk chunk(Map<OutgoingMessage, Set<Integer>> parts) {
    return new InFlightChunk(CARRIER, "key", Sequels.of(SETTINGS), returns, parts, Map.of());
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
