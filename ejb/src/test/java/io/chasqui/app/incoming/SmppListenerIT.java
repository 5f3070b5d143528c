package io.chasqui.app.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.InContainer;
import io.chasqui.app.Samples;
import io.chasqui.app.accounts.Numbers;
import io.chasqui.app.dispatch.Links;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.ledger.MessageQuery;
import io.chasqui.app.ledger.MessageView;
import io.chasqui.app.ledger.Messages;
import io.chasqui.app.operations.ConnectorSwitch;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.simulator.MobileOriginated;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The deployed SMPP adapter and the beans it calls, with an SMSC at the other end. */
class SmppListenerIT extends InContainer {
  @Inject private ConnectorSwitch connectorSwitch;
  @Inject private Intake intake;
  @Inject private Links links;
  @Inject private Messages messages;
  @Inject private Numbers numbers;

  private Simulator smsc;
  private ConnectorId connector;

  @BeforeEach
  void bind() throws Exception {
    smsc =
        Simulator.start(
            SimulatorOptions.builder()
                .port(0)
                .systemId(Samples.SYSTEM_ID)
                .password(Samples.PASSWORD)
                .build());
    connector = routeTo(Samples.connectorTo(smsc.port()));
    awaiting("a bind").until(() -> links.status(connector).state() == LinkState.BOUND);
  }

  @AfterEach
  void unbind() {
    connectorSwitch.stop(connector);
    smsc.close();
  }

  @Test
  void an_incoming_message_is_acknowledged_and_becomes_one_of_its_numbers_owner() throws Exception {
    String client = newClient();
    Msisdn number = numbers.create(Samples.number(), client).number();
    int answer =
        smsc.inject(MobileOriginated.of("+5511988880001", number.value(), "Olá"))
            .get(30, TimeUnit.SECONDS);
    assertThat(answer).isZero();
    awaiting("the message").until(() -> newestOf(client).isPresent());
    assertThat(newestOf(client).orElseThrow().text()).contains("Olá");
  }

  @Test
  void an_outgoing_message_reaches_the_smsc_and_its_receipt_comes_back() {
    MessageId id = intake.accept(Samples.request(newClient(), "to the SMSC"));
    MessageView message = awaitStatus(id, MessageStatus.DELIVERED);
    assertThat(story(message)).containsExactly("accepted", "queued", "submitted", "delivered");
    assertThat(smsc.log().submits())
        .singleElement()
        .satisfies(submit -> assertThat(submit.text()).isEqualTo("to the SMSC"));
  }

  private Optional<MessageView> newestOf(String client) {
    MessageQuery ofClient =
        new MessageQuery(
            Optional.of(client),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    return messages.list(ofClient).stream().findFirst();
  }
}
