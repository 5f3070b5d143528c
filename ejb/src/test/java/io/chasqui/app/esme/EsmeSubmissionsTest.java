package io.chasqui.app.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.intake.Fate;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.routing.RoutingTable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EsmeSubmissionsTest {
  private static final ConnectorId CARRIER = ConnectorId.of("carrier");

  private final EsmeSubmissions submissions = new EsmeSubmissions();
  private final FatefulIntake intake = new FatefulIntake();

  @BeforeEach
  void begin() {
    DirectorySnapshot empty = DirectorySnapshot.EMPTY;
    submissions.directory =
        new Acme.Told(
            new DirectorySnapshot(
                empty.clients(),
                empty.numbers(),
                empty.services(),
                new RoutingTable(List.of(CARRIER)),
                Map.of(
                    CARRIER,
                    new ConnectorView(
                        CARRIER,
                        ConnectorKind.MODEM,
                        true,
                        OnUnknown.KEEP,
                        ModemLinkSettings.of(
                            CARRIER, SerialWire.at("/dev/null"), SimSettings.STANDARD),
                        ReceiptReading.STANDARD)),
                empty.unusable(),
                Map.of(),
                Map.of(),
                Map.of(Acme.ID, Acme.view())));
    submissions.intake = intake;
  }

  @Test
  void each_gets_its_own_answer_in_its_place() {
    EsmeSubmit good = submit("5511999990000");
    EsmeSubmit wrong = submit("12");
    EsmeSubmit busy = submit("5511999990001");
    EsmeSubmit away = submit("5511999990002");
    EsmeSubmit unsure = submit("5511999990003");
    intake.fates.put(busy.id(), Fate.BUSY);
    intake.fates.put(away.id(), Fate.REFUSED);
    intake.fates.put(unsure.id(), Fate.UNSURE);
    assertThat(submissions.take(List.of(good, wrong, busy, away, unsure)))
        .extracting(EsmeSubmissionsTest::status)
        .containsExactly(0, 0x0B, 0x14, 0x08, 0x08);
  }

  private static int status(EsmeReply reply) {
    return reply instanceof EsmeReply.Refused refused ? refused.commandStatus() : 0;
  }

  private static EsmeSubmit submit(String to) {
    MessageId id = MessageId.next(Clock.systemUTC());
    return new EsmeSubmit(
        Acme.ID,
        id,
        id,
        Instant.now(),
        Address.of(5, 0, "MyShop"),
        Address.of(1, 1, to),
        "",
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        RegisteredDelivery.NONE,
        false,
        DataCodingScheme.DEFAULT,
        new UserData(new byte[] {0x41}, false));
  }

  /** Durable, unless a test wants otherwise. */
  private static final class FatefulIntake extends Intake {
    private final Map<MessageId, Fate> fates = new HashMap<>();

    @Override
    public Map<MessageId, Fate> acceptAll(List<OutgoingMessage> messages) {
      Map<MessageId, Fate> all = new HashMap<>();
      messages.forEach(each -> all.put(each.id(), fates.getOrDefault(each.id(), Fate.DURABLE)));
      return all;
    }
  }
}
