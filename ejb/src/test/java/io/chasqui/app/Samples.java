package io.chasqui.app;

import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.app.operations.ConnectorOrder;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.operations.SmppEndpoint;
import io.chasqui.domain.operations.SmppOptions;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Things to test with, each unlike all others. */
public final class Samples {
  public static final String SYSTEM_ID = "chasqui";
  public static final String PASSWORD = "secret";

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final Msisdn HANDSET = Msisdn.of("+5511988887777");

  private Samples() {}

  public static Msisdn number() {
    return Msisdn.of("+5521%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000)));
  }

  /** Stopped: what is routed to it stays in its queue. */
  public static ConnectorOrder stoppedConnector() {
    return connector(1, false);
  }

  public static ConnectorOrder connectorTo(int port) {
    return connector(port, true);
  }

  private static ConnectorOrder connector(int port, boolean enabled) {
    return new ConnectorOrder.Smpp(
        ConnectorId.of("c" + MessageId.next(CLOCK).toString().toLowerCase(Locale.ROOT)),
        new SmppEndpoint("127.0.0.1", port, SYSTEM_ID, "", BindType.TRANSCEIVER, 1, 10, 0),
        SmppOptions.STANDARD,
        Optional.of(PASSWORD),
        enabled,
        OnUnknown.KEEP);
  }

  public static SubmitRequest request(String clientId, String text) {
    return request(clientId, text, Optional.empty());
  }

  public static SubmitRequest request(String clientId, String text, Optional<Instant> scheduleAt) {
    return new SubmitRequest(
        clientId,
        number().address(),
        HANDSET,
        text,
        EncodedText.of(text),
        Optional.empty(),
        VALIDITY,
        scheduleAt);
  }

  public static OutgoingMessage accepted(String clientId) {
    return accepted(clientId, now());
  }

  /** One whose validity has been over for a while. */
  public static OutgoingMessage expired(String clientId, Duration since) {
    return accepted(clientId, now().minus(since).minus(VALIDITY));
  }

  private static OutgoingMessage accepted(String clientId, Instant at) {
    return new OutgoingMessage(
        MessageId.next(CLOCK),
        clientId,
        number().address(),
        HANDSET,
        "hello",
        Optional.empty(),
        at,
        at,
        at.plus(VALIDITY),
        1,
        Set.of());
  }

  /** The parts of a text as an SMSC hands them over. */
  public static List<LinkEvent.Incoming> incoming(
      ConnectorId connector, Instant at, String text, Msisdn to) {
    EncodedText encoded = EncodedText.of(text);
    Address from = number().address();
    return encoded.segments(ThreadLocalRandom.current().nextInt(256)).stream()
        .map(data -> segment(connector, at, from, to, encoded, data))
        .toList();
  }

  private static LinkEvent.Incoming segment(
      ConnectorId connector,
      Instant at,
      Address from,
      Msisdn to,
      EncodedText encoded,
      UserData data) {
    return new LinkEvent.Incoming(
        connector,
        at,
        MessageId.next(CLOCK),
        from,
        to.address(),
        encoded.coding(),
        data.octets(),
        data.udhi());
  }

  /** In the precision of the database. */
  public static Instant now() {
    return CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
