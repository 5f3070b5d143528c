package io.chasqui.app;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Outgoing messages for tests. */
public final class OutgoingMessages {
  private OutgoingMessages() {}

  public static OutgoingMessage text(String text) {
    return expiring(text, Instant.now().plus(1, ChronoUnit.DAYS));
  }

  public static OutgoingMessage expiring(String text, Instant expiresAt) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new OutgoingMessage(
        MessageId.next(Clock.systemUTC()),
        "01JD0000000000000000000000",
        Address.infer("12345"),
        Msisdn.of("+5511999990000"),
        text,
        Optional.empty(),
        now,
        now,
        expiresAt.truncatedTo(ChronoUnit.MILLIS),
        1,
        Set.of());
  }
}
