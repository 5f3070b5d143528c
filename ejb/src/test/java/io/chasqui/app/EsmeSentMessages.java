package io.chasqui.app;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Messages of an ESME's for tests. */
public final class EsmeSentMessages {
  private EsmeSentMessages() {}

  /** From 12345 to a Brazilian number, service type CMT, with a final receipt wanted. */
  public static OutgoingMessage of(SystemId account, String text) {
    OutgoingMessage plain = OutgoingMessages.text(text);
    return new OutgoingMessage(
        plain.id(),
        plain.clientId(),
        plain.from(),
        plain.to(),
        content(text),
        Optional.empty(),
        plain.acceptedAt(),
        plain.notBefore(),
        plain.expiresAt(),
        1,
        Set.of(),
        Optional.of(
            new EsmeOrigin(
                account,
                plain.id(),
                RegisteredDelivery.FINAL,
                plain.to().address(),
                new SubmitOptions("CMT", 1, 0),
                0)));
  }

  /** GSM 7-bit, for texts of ASCII letters. */
  public static Content content(String text) {
    return new Content.Octets(
        DataCodingScheme.DEFAULT,
        new UserData(text.getBytes(StandardCharsets.US_ASCII), false),
        text);
  }

  /** As a replacement counted it, to be sent until {@code end}. */
  public static OutgoingMessage revised(
      OutgoingMessage message, String text, Instant end, int revision) {
    EsmeOrigin origin = message.origin().orElseThrow();
    return new OutgoingMessage(
        message.id(),
        message.clientId(),
        message.from(),
        message.to(),
        content(text),
        Optional.empty(),
        message.acceptedAt(),
        message.notBefore(),
        end,
        1,
        Set.of(),
        Optional.of(
            new EsmeOrigin(
                origin.account(),
                origin.toldAs(),
                origin.asked(),
                origin.destination(),
                origin.options(),
                revision)));
  }
}
