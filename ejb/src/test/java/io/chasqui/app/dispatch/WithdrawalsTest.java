package io.chasqui.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {
  private static final int MESSAGES = 2_000;

  private final Withdrawals withdrawals = OpenWithdrawals.create();
  private final OutgoingMessage message = OutgoingMessages.text("hello");

  @Test
  void what_nobody_takes_back_leaves() {
    assertThat(takeUp()).containsExactly(message);
  }

  @Test
  void what_is_being_decided_is_held_and_not_dropped() {
    withdrawals.claim(Set.of(message.id()));
    List<OutgoingMessage> held = new ArrayList<>();
    assertThat(withdrawals.takeUp("e", List.of(message), held::add)).isEmpty();
    assertThat(held).containsExactly(message);
    withdrawals.release(Set.of(message.id()));
    assertThat(takeUp()).containsExactly(message);
  }

  @Test
  void what_is_decided_is_dropped_in_every_envelope_that_is_met() {
    withdrawals.claim(Set.of(message.id()));
    withdrawals.settle(Set.of(message.id()), Integer.MAX_VALUE);
    assertThat(takeUp()).isEmpty();
    assertThat(takeUp()).isEmpty();
  }

  @Test
  void what_a_link_has_cannot_be_claimed_until_it_has_come_back() {
    takeUp();
    Withdrawals.Claim refused = withdrawals.claim(Set.of(message.id()));
    assertThat(refused.aloft()).containsExactly(message.id());
    assertThat(refused.messages()).isEmpty();
    withdrawals.landed("e");
    assertThat(withdrawals.claim(Set.of(message.id())).messages()).containsExactly(message.id());
  }

  @Test
  void two_cannot_claim_the_same() {
    withdrawals.claim(Set.of(message.id()));
    Withdrawals.Claim second = withdrawals.claim(Set.of(message.id()));
    assertThat(second.messages()).isEmpty();
    assertThat(second.aloft()).isEmpty();
  }

  @Test
  void nothing_can_be_claimed_before_it_is_known_what_a_former_run_has_sent() {
    Withdrawals starting = new Withdrawals();
    assertThat(starting.claim(Set.of(message.id())).messages()).isEmpty();
    starting.open(Map.of(message.id(), 1));
    assertThat(OpenWithdrawals.mayLeave(starting, message)).isFalse();
  }

  @Test
  void what_was_claimed_while_a_pump_took_it_up_never_leaves() throws Exception {
    List<OutgoingMessage> messages =
        IntStream.range(0, MESSAGES).mapToObj(i -> OutgoingMessages.text("m" + i)).toList();
    Set<MessageId> left = ConcurrentHashMap.newKeySet();
    Set<MessageId> claimed = ConcurrentHashMap.newKeySet();
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<?> pump =
        threads.submit(
            () -> {
              for (OutgoingMessage each : messages) {
                together.await();
                withdrawals
                    .takeUp(each.id().toString(), List.of(each), held -> {})
                    .forEach(gone -> left.add(gone.id()));
              }
              return null;
            });
    Future<?> sender =
        threads.submit(
            () -> {
              for (OutgoingMessage each : messages) {
                together.await();
                claimed.addAll(withdrawals.claim(Set.of(each.id())).messages());
              }
              return null;
            });
    pump.get();
    sender.get();
    threads.shutdown();
    assertThat(left).doesNotContainAnyElementsOf(claimed);
    assertThat(left.size() + claimed.size()).isPositive();
  }

  private List<OutgoingMessage> takeUp() {
    return withdrawals.takeUp("e", List.of(message), held -> {});
  }
}
