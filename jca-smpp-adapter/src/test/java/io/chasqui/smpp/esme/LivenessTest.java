package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.smpp.esme.Liveness.Finding;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.Pdu;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static final EsmeListenerSettings SETTINGS =
      EsmeRig.timed(
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20));

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final Liveness transmitter = new Liveness(SETTINGS, false, now::get);
  private final Liveness receiver = new Liveness(SETTINGS, true, now::get);

  @Test
  void a_quiet_peer_is_asked_once_and_given_up_when_it_does_not_answer() {
    assertThat(transmitter.look()).isEqualTo(Finding.ALIVE);
    pass(30);
    assertThat(transmitter.look()).isEqualTo(Finding.QUIET);
    assertThat(transmitter.look()).isEqualTo(Finding.ALIVE);
    pass(20);
    assertThat(transmitter.look()).isEqualTo(Finding.SILENT);
  }

  @Test
  void an_answer_in_time_is_enough_to_stay() {
    pass(30);
    assertThat(transmitter.look()).isEqualTo(Finding.QUIET);
    pass(1);
    transmitter.read(answer());
    pass(20);
    assertThat(transmitter.look()).isEqualTo(Finding.ALIVE);
    pass(10);
    assertThat(transmitter.look()).isEqualTo(Finding.QUIET);
  }

  @Test
  void a_transmitter_that_only_answers_our_enquiries_is_inactive_and_a_receiver_is_not() {
    for (int seconds = 0; seconds < 600; seconds += 20) {
      pass(20);
      transmitter.read(answer());
      receiver.read(answer());
    }
    assertThat(transmitter.look()).isEqualTo(Finding.INACTIVE);
    assertThat(receiver.look()).isEqualTo(Finding.ALIVE);
  }

  @Test
  void the_peers_own_enquiries_keep_its_session() {
    for (int seconds = 0; seconds < 1200; seconds += 20) {
      pass(20);
      transmitter.read(Pdu.of(CommandId.ENQUIRE_LINK, 0, 1));
      assertThat(transmitter.look()).isEqualTo(Finding.ALIVE);
    }
  }

  private static Pdu answer() {
    return Pdu.of(CommandId.ENQUIRE_LINK_RESP, 0, 1);
  }

  private void pass(long seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
