package io.chasqui.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntakeLineTest {
  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();
  private final OutgoingMessage message = OutgoingMessages.text("hello");

  @Test
  void a_later_run_knows_what_was_accepted_without_an_answer() {
    IntakeLine killed = line();
    killed.putKeyed(message.id(), List.of(message));
    IntakeLine next = line();
    assertThat(next.standing(message.id())).isEqualTo(Standing.ACCEPTED);
    assertThat(next.standing(OutgoingMessages.text("never put").id()))
        .isEqualTo(Standing.NOT_ACCEPTED);
  }

  @Test
  void what_the_broker_kept_in_silence_counts_as_accepted() {
    broker.keepsSilentAboutCommits();
    IntakeLine line = line();
    assertThatExceptionOfType(IntakeUnsureException.class)
        .isThrownBy(() -> line.putKeyed(message.id(), List.of(message)))
        .satisfies(unsure -> assertThat(unsure.id()).isEqualTo(message.id()));
    broker.answersCommits();
    assertThat(line.standing(message.id())).isEqualTo(Standing.ACCEPTED);
  }

  @Test
  void without_a_broker_it_refuses_and_does_not_pretend_to_know() throws Exception {
    IntakeLine line = line();
    broker.goes();
    assertThatExceptionOfType(IntakeBusyException.class)
        .isThrownBy(() -> line.put(List.of(message)));
    assertThat(line.standing(message.id())).isEqualTo(Standing.UNDECIDED);
  }

  @Test
  void a_stopped_line_takes_nothing_more() {
    IntakeLine line = line();
    line.stop();
    assertThatExceptionOfType(IntakeBusyException.class)
        .isThrownBy(() -> line.put(List.of(message)));
    assertThat(broker.count(Queues.SUBMISSIONS)).isZero();
  }

  @Test
  void old_notes_are_forgotten() {
    IntakeLine line = line();
    line.putKeyed(message.id(), List.of(message));
    line.forget(Instant.now().minus(Duration.ofMinutes(1)));
    assertThat(line.standing(message.id())).isEqualTo(Standing.ACCEPTED);
    line.forget(Instant.now().plus(Duration.ofMinutes(1)));
    assertThat(line.standing(message.id())).isEqualTo(Standing.NOT_ACCEPTED);
  }

  private IntakeLine line() {
    IntakeLine line = new IntakeLine();
    line.workers = broker.workers();
    line.clock = Clock.systemUTC();
    line.start();
    return line;
  }
}
