package io.chasqui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.junit.jupiter.api.Test;

class SubmitTest {

  private static SimulatorOptionsBuilder silent() {
    return SimulatorOptions.builder().receipts(false);
  }

  @Test
  void the_log_holds_what_was_received_and_answered() throws Exception {
    try (Simulator simulator = Simulator.start(silent().build());
        Esme esme = Esme.bind(simulator)) {
      String id = esme.submit("Grüße {42} €");

      assertThat(simulator.log().submits())
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.systemId()).isEqualTo("esme");
                assertThat(s.source()).isEqualTo(new SmsAddress(5, 0, "Chasqui"));
                assertThat(s.destination()).isEqualTo(new SmsAddress(1, 1, "5511999990000"));
                assertThat(s.dataCoding()).isZero();
                assertThat(s.esmClass()).isZero();
                assertThat(s.registeredDelivery()).isEqualTo(1);
                assertThat(s.text()).isEqualTo("Grüße {42} €");
                assertThat(s.messageId()).isEqualTo(id);
                assertThat(s.status()).isZero();
                assertThat(s.toString()).doesNotContain("Grüße");
              });
    }
  }

  @Test
  void fifty_delayed_answers_are_in_flight_at_once() throws Exception {
    SimulatorOptions slow = silent().answerDelay(Delay.ofMillis(2_000)).build();
    try (Simulator simulator = Simulator.start(slow);
        Esme esme = Esme.bind(simulator)) {
      Set<String> ids = new TreeSet<>(inParallel(50, () -> esme.submit("slow")));

      assertThat(ids).hasSize(50);
      assertThat(simulator.log().counters().peakInFlight()).isEqualTo(50);
      await().untilAsserted(() -> assertThat(simulator.log().counters().inFlight()).isZero());
    }
  }

  @Test
  void the_peak_is_never_above_the_window_of_the_peer() throws Exception {
    try (Simulator simulator = Simulator.start(silent().build());
        Esme esme = Esme.bind(simulator)) {
      for (int i = 0; i < 500; i++) {
        esme.submit("one by one");
      }
      assertThat(simulator.log().counters().peakInFlight()).isEqualTo(1);
    }
  }

  private static List<String> inParallel(int times, Callable<String> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        calls.add(call);
      }
      List<String> results = new ArrayList<>();
      for (Future<String> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void all_are_refused_with_one_of_the_statuses() throws Exception {
    try (Simulator simulator = Simulator.start(silent().errors(1, 0x58, 0x14).build());
        Esme esme = Esme.bind(simulator)) {
      Set<Integer> statuses = new TreeSet<>();
      for (int i = 0; i < 50; i++) {
        statuses.add(statusOf(esme));
      }
      assertThat(statuses).containsExactly(0x14, 0x58);
      assertThat(simulator.log().submits()).allSatisfy(s -> assertThat(s.messageId()).isEmpty());
    }
  }

  @Test
  void about_the_share_asked_for_is_throttled() throws Exception {
    try (Simulator simulator = Simulator.start(silent().errors(0.2, 0x58).build());
        Esme esme = Esme.bind(simulator)) {
      int throttled = 0;
      for (int i = 0; i < 1_000; i++) {
        throttled += statusOf(esme) == 0x58 ? 1 : 0;
      }
      // Ten standard deviations around 200.
      assertThat(throttled).isBetween(75, 325);
      assertThat(simulator.log().counters().refused()).isEqualTo(throttled);
    }
  }

  private static int statusOf(Esme esme) throws Exception {
    try {
      esme.submit("refuse me");
      return 0;
    } catch (NegativeResponseException e) {
      return e.getCommandStatus();
    }
  }

  @Test
  void a_withheld_answer_never_comes_but_the_receipt_does() throws Exception {
    SimulatorOptions mute =
        SimulatorOptions.builder().neverAnswerRate(1).receiptDelay(Delay.NONE).build();
    try (Simulator simulator = Simulator.start(mute);
        Esme esme = Esme.bind(simulator)) {
      esme.transactionTimer(300);
      assertThatThrownBy(() -> esme.submit("hello?")).isInstanceOf(ResponseTimeoutException.class);

      await().until(() -> esme.received().size() == 1);
      assertThat(simulator.log().submits())
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.status()).isEqualTo(CommandStatus.NONE);
                assertThat(s.accepted()).isTrue();
              });
      assertThat(simulator.log().counters().unanswered()).isEqualTo(1);
    }
  }
}
