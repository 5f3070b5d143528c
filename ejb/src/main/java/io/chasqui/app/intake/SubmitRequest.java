package io.chasqui.app.intake;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks to be sent; its fields are valid by their types.
 *
 * @param validity how long it is worth sending, from its acceptance or its schedule
 */
public record SubmitRequest(
    String clientId,
    Address from,
    Msisdn to,
    String text,
    EncodedText encoded,
    Optional<String> clientReference,
    Duration validity,
    Optional<Instant> scheduleAt) {

  OutgoingMessage toMessage(MessageId id, Instant now) {
    Instant notBefore = scheduleAt.filter(now::isBefore).orElse(now);
    return new OutgoingMessage(
        id,
        clientId,
        from,
        to,
        text,
        clientReference,
        now,
        notBefore,
        notBefore.plus(validity),
        1,
        Set.of());
  }
}
