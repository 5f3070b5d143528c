package io.chasqui.modem.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.Outcomes;
import io.chasqui.domain.link.PoolSettings;
import io.chasqui.domain.link.QuietHours;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.link.SubmitOutcome.Rejected;
import io.chasqui.domain.link.SubmitOutcome.Unknown;
import io.chasqui.domain.modem.BreakerState;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.UnknownModemException;
import io.chasqui.modem.device.Air;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult.InDoubt;
import io.chasqui.modem.device.SendResult.NotSent;
import io.chasqui.modem.device.SendResult.Sent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModemPoolTest {
  private static final ConnectorId ID = ConnectorId.of("sims");
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final SimSettings SIM = SimSettings.STANDARD;

  private final SettableClock clock = new SettableClock();
  private final Air air = new Air();
  private final Outcomes outcomes = new Outcomes();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ModemPools pools =
      new ModemPools(new PoolSurroundings(clock, threads, batch -> {}, air, new KeptUsage()));

  @AfterEach
  void stop() {
    air.release();
    pools.stopAll(Duration.ZERO);
    threads.shutdownNow();
  }

  private static ModemSettings modem(String name, SimSettings sim) {
    return new ModemSettings(name, SerialWire.at("/dev/" + name), sim);
  }

  private static SimSettings preferring(String prefix) {
    return new SimSettings(Optional.empty(), 6, 0, 0, Optional.empty(), List.of(prefix));
  }

  private void open(ModemSettings... modems) {
    open(PoolSettings.STANDARD, modems);
  }

  private void open(PoolSettings pool, ModemSettings... modems) {
    pools.open(new ModemLinkSettings(ID, pool, List.of(modems)));
  }

  private static Segment to(String number) {
    Segment any = Segments.saying("hello");
    return new Segment(
        any.message(),
        1,
        1,
        any.source(),
        Address.infer(number),
        any.coding(),
        any.userData(),
        false,
        true,
        any.validity());
  }

  private SubmitOutcome send(Segment segment) {
    int before = outcomes.all().size();
    pools.submit(ID, List.of(segment), outcomes);
    awaitOutcomes(before + 1);
    return outcomes.all().get(before);
  }

  private void awaitOutcomes(int count) {
    await().atMost(SOON).until(() -> outcomes.all().size() >= count);
    // The place is free only after the outcome was told.
    await().atMost(SOON).until(() -> pools.status(ID).inFlight() == 0);
  }

  private int capacity() throws InterruptedException {
    return pools.awaitCapacity(ID, AT_ONCE);
  }

  private ModemReport report(String name) {
    return pools.modems(ID).stream()
        .filter(modem -> modem.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      air.script(name, new NotSent(SendFault.MODEM, 0, "no prompt"));
    }
  }

  @Test
  void the_places_are_the_modems_that_would_send_at_once() throws Exception {
    open(modem("a", SIM), modem("b", SIM), modem("c", SIM));
    assertThat(capacity()).isEqualTo(3);
    send(to("+5511999990001"));
    assertThat(capacity()).isEqualTo(2);
    clock.forward(Duration.ofSeconds(10));
    assertThat(capacity()).isEqualTo(3);
  }

  @Test
  void modems_wear_evenly() {
    open(modem("a", SIM), modem("b", SIM), modem("c", SIM));
    for (int i = 0; i < 9; i++) {
      send(to("+551199999000" + i));
      clock.forward(MINUTE);
    }
    assertThat(air.senders()).containsExactly("a", "b", "c", "a", "b", "c", "a", "b", "c");
  }

  @Test
  void a_recipient_keeps_the_sim_that_wrote_to_it_though_it_has_to_wait() {
    open(modem("a", SIM), modem("b", SIM));
    send(to("+5511999990001"));
    pools.submit(ID, List.of(to("+5511999990001")), outcomes);
    await().atMost(SOON).until(() -> pools.status(ID).inFlight() == 1);
    assertThat(air.senders()).containsExactly("a");
    clock.forward(Duration.ofSeconds(10));
    // The clock of this test wakes nobody.
    air.modem("a").move(ModemState.READY, "");
    awaitOutcomes(2);
    assertThat(air.senders()).containsExactly("a", "a");
  }

  @Test
  void a_recipient_is_remembered_for_as_long_as_is_set() {
    open(
        new PoolSettings(5, MINUTE, 8, Duration.ZERO, clock.getZone()),
        modem("a", SIM),
        modem("b", SIM));
    send(to("+5511999990001"));
    clock.forward(MINUTE);
    send(to("+5511999990001"));
    assertThat(air.senders()).containsExactly("a", "b");
  }

  @Test
  void the_sim_of_the_recipients_network_goes_first() {
    open(modem("a", SIM), modem("b", preferring("+55")), modem("c", preferring("+5511")));
    send(to("+5511999990001"));
    send(to("+5521999990001"));
    send(to("+4915112345678"));
    assertThat(air.senders()).containsExactly("c", "b", "a");
  }

  @Test
  void a_message_on_a_modem_that_fails_moves_to_another() {
    open(modem("a", SIM), modem("b", SIM));
    fail("a", 1);
    assertThat(send(to("+5511999990001"))).isInstanceOf(Accepted.class);
    assertThat(air.senders()).containsExactly("a", "b");
  }

  @Test
  void a_message_in_doubt_moves_nowhere() {
    open(modem("a", SIM), modem("b", SIM));
    air.script("a", new InDoubt("unplugged after Ctrl-Z"));
    assertThat(send(to("+5511999990001"))).isInstanceOf(Unknown.class);
    assertThat(air.senders()).containsExactly("a");
  }

  @Test
  void a_message_no_modem_can_send_is_held_back_without_counting_as_an_attempt() {
    open(modem("a", SIM), modem("b", SIM));
    fail("a", 1);
    fail("b", 1);
    assertThat(send(to("+5511999990001")))
        .isInstanceOfSatisfying(
            Deferred.class, outcome -> assertThat(outcome.commandStatus()).isZero());
  }

  @Test
  void what_the_network_cannot_now_counts_as_an_attempt() {
    open(modem("a", SIM), modem("b", SIM));
    air.script("a", new NotSent(SendFault.NETWORK, 42, "CMS 42: congestion"));
    assertThat(send(to("+5511999990001")))
        .isInstanceOfSatisfying(
            Deferred.class,
            outcome -> {
              assertThat(outcome.commandStatus()).isEqualTo(0x45);
              assertThat(outcome.reason()).isEqualTo("a: CMS 42: congestion");
            });
    assertThat(air.senders()).containsExactly("a");
  }

  @Test
  void what_is_the_messages_fault_is_rejected_and_does_not_count_against_the_modem() {
    open(modem("a", SIM));
    for (int i = 0; i < 6; i++) {
      air.script("a", new NotSent(SendFault.MESSAGE, 28, "CMS 28: unidentified subscriber"));
      assertThat(send(to("+5511999990001"))).isInstanceOf(Rejected.class);
      clock.forward(MINUTE);
    }
    assertThat(report("a").breaker()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void five_failures_in_a_row_leave_a_modem_alone_and_it_comes_back_by_itself() throws Exception {
    open(modem("a", SIM));
    fail("a", 5);
    for (int i = 0; i < 5; i++) {
      send(to("+5511999990001"));
      clock.forward(MINUTE);
    }
    assertThat(report("a").breaker()).isEqualTo(BreakerState.OPEN);
    assertThat(report("a").hold()).contains("failed 5 times");
    assertThat(pools.status(ID).detail()).contains("failed 5 times");
    assertThat(capacity()).isZero();
    clock.forward(Duration.ofSeconds(240));
    assertThat(capacity()).isEqualTo(1);
    assertThat(send(to("+5511999990001"))).isInstanceOf(Accepted.class);
    assertThat(report("a").breaker()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void a_busy_modem_is_left_in_peace_for_a_moment_and_not_blamed() throws Exception {
    open(modem("a", SimSettings.paced(6000)));
    for (int i = 0; i < 6; i++) {
      air.script("a", new NotSent(SendFault.BUSY, 113018, "busy"));
      assertThat(send(to("+5511999990001"))).isInstanceOf(Deferred.class);
      assertThat(capacity()).isZero();
      clock.forward(Duration.ofSeconds(2));
    }
    assertThat(report("a").breaker()).isEqualTo(BreakerState.CLOSED);
    assertThat(capacity()).isEqualTo(1);
  }

  @Test
  void the_parts_of_a_message_go_by_one_modem_though_they_come_one_by_one() {
    open(modem("a", SIM), modem("b", SIM));
    Segments.parts(3).forEach(part -> pools.submit(ID, List.of(part), outcomes));
    awaitOutcomes(3);
    assertThat(air.senders()).containsExactly("a", "a", "a");
    assertThat(report("a").counts().today()).isEqualTo(3);
  }

  @Test
  void a_message_whose_rest_does_not_come_goes_as_it_is() {
    open(modem("a", SIM));
    pools.submit(ID, Segments.parts(3).subList(0, 2), outcomes);
    await()
        .atMost(SOON)
        .until(
            () -> {
              clock.forward(Duration.ofMillis(100));
              return outcomes.of(Accepted.class).size() == 2;
            });
  }

  @Test
  void parts_behind_one_that_failed_wait_for_their_sim() {
    open(modem("a", SIM), modem("b", SIM));
    air.script("a", new Sent("x"));
    fail("a", 1);
    pools.submit(ID, Segments.parts(3), outcomes);
    awaitOutcomes(3);
    assertThat(outcomes.of(Accepted.class)).hasSize(1);
    assertThat(outcomes.of(Deferred.class))
        .hasSize(2)
        .allMatch(outcome -> outcome.commandStatus() != 0);
    assertThat(air.senders()).containsOnly("a");
  }

  @Test
  void in_quiet_hours_a_sim_sends_nothing() throws Exception {
    QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    open(modem("a", new SimSettings(Optional.empty(), 6, 0, 0, Optional.of(night), List.of())));
    assertThat(capacity()).isEqualTo(1);
    clock.set("2026-11-22T22:00:00Z");
    assertThat(capacity()).isZero();
    assertThat(report("a").hold()).isEqualTo("quiet until 07:00");
  }

  @Test
  void a_sim_stops_at_its_days_limit() throws Exception {
    open(modem("a", new SimSettings(Optional.empty(), 6, 2, 0, Optional.empty(), List.of())));
    send(to("+5511999990001"));
    clock.forward(MINUTE);
    send(to("+5511999990002"));
    clock.forward(MINUTE);
    assertThat(capacity()).isZero();
    clock.forward(Duration.ofDays(1));
    assertThat(capacity()).isEqualTo(1);
  }

  @Test
  void a_drained_modem_ends_what_it_has_and_gets_nothing_more() throws Exception {
    open(modem("a", SIM));
    air.hold();
    pools.submit(ID, List.of(to("+5511999990001")), outcomes);
    await().atMost(SOON).until(() -> air.transmissions().size() == 1);
    pools.assign(ID, "a", ModemDuty.DRAINED);
    air.release();
    awaitOutcomes(1);
    clock.forward(MINUTE);
    assertThat(outcomes.of(Accepted.class)).hasSize(1);
    assertThat(capacity()).isZero();
    assertThat(air.modem("a").isClosed()).isFalse();
    pools.assign(ID, "a", ModemDuty.IN_SERVICE);
    assertThat(capacity()).isEqualTo(1);
  }

  @Test
  void in_maintenance_the_device_is_given_back_and_opened_again_after() {
    open(modem("a", SIM));
    pools.assign(ID, "a", ModemDuty.MAINTENANCE);
    await().atMost(SOON).until(() -> air.modem("a").isClosed());
    assertThatThrownBy(() -> pools.modem(ID, "a")).isInstanceOf(ModemRefusedException.class);
    pools.assign(ID, "a", ModemDuty.IN_SERVICE);
    assertThat(air.modem("a").isClosed()).isFalse();
    assertThat(send(to("+5511999990001"))).isInstanceOf(Accepted.class);
  }

  @Test
  void what_waits_for_a_modem_that_goes_is_sent_by_another() {
    open(modem("a", SIM), modem("b", SIM));
    send(to("+5511999990001"));
    pools.submit(ID, List.of(to("+5511999990001")), outcomes);
    air.modem("a").move(ModemState.ABSENT, "unplugged");
    awaitOutcomes(2);
    assertThat(air.senders()).containsExactly("a", "b");
  }

  @Test
  void the_link_is_bound_while_one_modem_may_send_and_says_what_ails_the_others() {
    open(modem("a", SIM), modem("b", SIM));
    assertThat(pools.status(ID).state()).isEqualTo(LinkState.BOUND);
    assertThat(pools.status(ID).boundSessions()).isEqualTo(2);
    air.modem("b").move(ModemState.UNREGISTERED, "no network");
    assertThat(pools.status(ID).detail()).isEqualTo("1 of 2 modems ready; b: no network");
    air.modem("a").move(ModemState.ABSENT, "unplugged");
    assertThat(pools.status(ID).state()).isEqualTo(LinkState.RETRYING);
    Stream.of("a", "b").forEach(name -> air.modem(name).move(ModemState.REFUSED, "wrong PIN"));
    assertThat(pools.status(ID).state()).isEqualTo(LinkState.FAILED);
  }

  @Test
  void a_modem_nobody_has_is_told_by_its_name() {
    open(modem("a", SIM));
    assertThatThrownBy(() -> pools.assign(ID, "x", ModemDuty.DRAINED))
        .isInstanceOf(UnknownModemException.class)
        .hasMessageContaining("'x'");
  }

  @Test
  void an_idle_pool_has_no_thread() {
    open(modem("a", SIM), modem("b", SIM));
    send(to("+5511999990001"));
    await().atMost(SOON).until(() -> ((ThreadPoolExecutor) threads).getActiveCount() == 0);
  }
}
