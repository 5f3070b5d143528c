package io.chasqui.domain.outgoing;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.message.MessageId;
import java.util.Objects;

/**
 * What is to be remembered of a message that an ESME submitted.
 *
 * @param toldAs the id the ESME knows it by
 * @param asked the receipts it wants
 * @param destination as the ESME wrote it: its receipts come from there
 * @param options to be passed on to the carrier
 * @param revision of its content: 0 as it was submitted, counted up by each replacement
 */
public record EsmeOrigin(
    SystemId account,
    MessageId toldAs,
    RegisteredDelivery asked,
    Address destination,
    SubmitOptions options,
    int revision) {
  public EsmeOrigin {
    Objects.requireNonNull(account);
    Objects.requireNonNull(toldAs);
    Objects.requireNonNull(asked);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(options);
  }
}
