package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReplacement;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What an account's ESMEs ask about their messages, read from their PDUs. */
public record QueryRequests(SystemId account, Clock clock) {
  /** With its NUL (SMPP 3.4, 5.2.23). */
  private static final int MESSAGE_ID_MOST = 65;

  /** query_sm (SMPP 3.4, 4.8.1). */
  public EsmeQuery.State querySm(Pdu pdu) throws BadRequestException {
    Fields fields = new Fields(pdu);
    return new EsmeQuery.State(account, presentMessageId(fields), AddressField.SOURCE.read(fields));
  }

  /** cancel_sm (SMPP 3.4, 4.9.1); without a message id it needs a destination. */
  public EsmeQuery.Cancel cancelSm(Pdu pdu) throws BadRequestException {
    Fields fields = new Fields(pdu);
    String service = SubmitRequests.serviceType(fields);
    Optional<String> id = Optional.of(messageId(fields)).filter(text -> !text.isEmpty());
    Address source = AddressField.SOURCE.read(fields);
    Address destination =
        id.isPresent()
            ? AddressField.DESTINATION.read(fields)
            : AddressField.DESTINATION.readPresent(fields);
    return new EsmeQuery.Cancel(account, id, service, source, destination);
  }

  /** replace_sm (SMPP 3.4, 4.10.1). */
  public EsmeQuery.Replace replaceSm(Pdu pdu) throws BadRequestException {
    Instant now = clock.instant();
    Fields fields = new Fields(pdu);
    String id = presentMessageId(fields);
    Address source = AddressField.SOURCE.read(fields);
    Optional<Instant> notBefore = SubmitTerms.schedule(fields, now);
    Optional<Instant> validUntil = SubmitTerms.expiry(fields, now, notBefore.orElse(now));
    RegisteredDelivery receipts = SubmitTerms.registeredDelivery(fields);
    SubmitTerms.requireNoDefaultMessage(fields);
    UserData content = new UserData(fields.shortMessage(), false);
    return new EsmeQuery.Replace(
        account, id, new EsmeReplacement(source, notBefore, validUntil, receipts, content));
  }

  private static String presentMessageId(Fields fields) throws BadRequestException {
    String id = messageId(fields);
    if (id.isEmpty()) {
      throw new BadRequestException(CommandStatus.INVALID_MESSAGE_ID, "message_id is empty");
    }
    return id;
  }

  private static String messageId(Fields fields) throws BadRequestException {
    return fields.text(MESSAGE_ID_MOST, CommandStatus.INVALID_MESSAGE_ID, "message_id");
  }
}
