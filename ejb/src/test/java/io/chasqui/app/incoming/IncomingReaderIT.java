package io.chasqui.app.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.InContainer;
import io.chasqui.app.Samples;
import io.chasqui.app.accounts.Numbers;
import io.chasqui.app.ledger.MessageView;
import io.chasqui.app.ledger.Messages;
import io.chasqui.app.messaging.IncomingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The consumer of incoming messages between the real broker and the real database. */
class IncomingReaderIT extends InContainer {
  private static final ConnectorId CARRIER = ConnectorId.of("incoming-carrier");
  private static final String LONG = "A text that takes two parts. ".repeat(8);

  /** The timer's minute, and what it takes. */
  private static final Duration A_MINUTE_AND_MORE = Duration.ofSeconds(90);

  @Inject private Messages messages;
  @Inject private Numbers numbers;

  @Test
  void a_message_brought_twice_is_one_message_of_its_numbers_owner() {
    Msisdn number = numbers.create(Samples.number(), newClient()).number();
    List<LinkEvent.Incoming> twice = incoming("hello", number);
    List<LinkEvent.Incoming> behind = incoming("behind", number);
    put(Queues.INCOMING, batch(twice), batch(twice), batch(behind));
    awaitStatus(idOf(behind), MessageStatus.RECEIVED);
    assertThat(story(messages.find(idOf(twice), Optional.empty()).orElseThrow()))
        .containsExactly("received");
  }

  @Test
  void the_parts_of_a_long_message_wait_for_each_other_across_batches() {
    Msisdn number = numbers.create(Samples.number(), newClient()).number();
    List<LinkEvent.Incoming> parts = incoming(LONG, number);
    List<LinkEvent.Incoming> between = incoming("between", number);
    List<LinkEvent.Incoming> second = parts.subList(1, 2);
    put(Queues.INCOMING, batch(second), batch(between));
    awaitStatus(idOf(between), MessageStatus.RECEIVED);
    assertThat(messages.find(idOf(second), Optional.empty())).isEmpty();
    put(Queues.INCOMING, batch(parts.subList(0, 1)));
    assertThat(awaitStatus(idOf(second), MessageStatus.RECEIVED).text()).contains(LONG);
  }

  @Test
  void the_timer_gives_out_what_has_come_when_the_other_parts_stay_away_for_an_hour() {
    Msisdn number = numbers.create(Samples.number(), newClient()).number();
    Instant hoursAgo = Samples.now().minus(Duration.ofHours(2));
    List<LinkEvent.Incoming> parts = Samples.incoming(CARRIER, hoursAgo, LONG, number);
    put(Queues.INCOMING, batch(parts.subList(0, 1)));
    awaiting("the timer's turn")
        .atMost(A_MINUTE_AND_MORE)
        .until(() -> messages.find(idOf(parts), Optional.empty()).isPresent());
    MessageView message = messages.find(idOf(parts), Optional.empty()).orElseThrow();
    assertThat(message.text().orElseThrow())
        .startsWith("A text that takes two parts.")
        .endsWith("[…]");
  }

  @Test
  void what_nobody_can_read_is_put_aside_whole_and_holds_up_nothing() {
    byte[] nonsense = "no message".getBytes(StandardCharsets.UTF_8);
    List<LinkEvent.Incoming> behind = incoming("behind", Samples.number());
    put(Queues.INCOMING, nonsense, batch(behind));
    awaitStatus(idOf(behind), MessageStatus.UNROUTED);
    assertThat(takeAll(Queues.DEAD)).contains(nonsense);
  }

  private static List<LinkEvent.Incoming> incoming(String text, Msisdn to) {
    return Samples.incoming(CARRIER, Samples.now(), text, to);
  }

  private static byte[] batch(List<LinkEvent.Incoming> segments) {
    return IncomingCodec.INSTANCE.encode(segments);
  }

  /** A message has the id of the part that came first. */
  private static MessageId idOf(List<LinkEvent.Incoming> segments) {
    return segments.get(0).id();
  }
}
