package io.chasqui.app.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.InContainer;
import io.chasqui.app.Samples;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.ledger.MessageView;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.routing.Route;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the intake by the broker to a connector's queue and into the ledger. */
class SubmissionRouterIT extends InContainer {
  @Inject private Intake intake;
  @Inject private Routes routes;

  @Test
  void an_accepted_message_waits_in_its_connectors_queue_and_is_written_down_as_queued() {
    ConnectorId connector = routeTo(Samples.stoppedConnector());
    MessageId id = intake.accept(Samples.request(newClient(), "to the connector"));
    MessageView message = awaitStatus(id, MessageStatus.QUEUED);
    assertThat(story(message)).containsExactly("accepted", "queued");
    assertThat(waitingFor(connector))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.id()).isEqualTo(id);
              assertThat(waiting.text()).isEqualTo("to the connector");
            });
  }

  @Test
  void without_a_route_a_message_ends_and_its_story_says_why() {
    routeTo(Samples.stoppedConnector());
    routes.delete(Route.DEFAULT_POSITION);
    MessageId id = intake.accept(Samples.request(newClient(), "to nowhere"));
    MessageView message = awaitStatus(id, MessageStatus.REJECTED);
    assertThat(message.events())
        .last()
        .extracting(MessageView.EventView::detail)
        .asString()
        .contains("no route");
  }

  @Test
  void a_scheduled_message_is_routed_at_once_and_not_to_be_had_before_its_time() {
    ConnectorId connector = routeTo(Samples.stoppedConnector());
    String client = newClient();
    MessageId later =
        intake.accept(
            Samples.request(
                client, "later", Optional.of(Samples.now().plus(Duration.ofMinutes(30)))));
    awaitStatus(later, MessageStatus.QUEUED);
    MessageId now = intake.accept(Samples.request(client, "now"));
    awaitStatus(now, MessageStatus.QUEUED);
    assertThat(waitingFor(connector)).extracting(OutgoingMessage::id).containsExactly(now);
  }

  @Test
  void what_nobody_can_read_is_put_aside_whole_and_holds_up_nothing() {
    routeTo(Samples.stoppedConnector());
    byte[] nonsense = "no submission".getBytes(StandardCharsets.UTF_8);
    put(Queues.SUBMISSIONS, nonsense);
    MessageId behind = intake.accept(Samples.request(newClient(), "behind it"));
    awaitStatus(behind, MessageStatus.QUEUED);
    assertThat(takeAll(Queues.DEAD)).contains(nonsense);
  }

  private List<OutgoingMessage> waitingFor(ConnectorId connector) {
    return takeAll(Queues.connector(connector)).stream()
        .flatMap(envelope -> OutgoingCodec.INSTANCE.decode(envelope).stream())
        .toList();
  }
}
