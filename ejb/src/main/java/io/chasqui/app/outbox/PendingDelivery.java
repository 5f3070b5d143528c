package io.chasqui.app.outbox;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something an ESME is to be given.
 *
 * @param message the one it tells of, or is
 * @param receipt empty for a mobile-originated message
 */
public record PendingDelivery(
    SystemId account,
    MessageId message,
    Address source,
    Address destination,
    DataCodingScheme coding,
    UserData content,
    Optional<EsmeDelivery.Receipt> receipt,
    Instant at) {

  /** Never what it says. */
  @Override
  public String toString() {
    return "%s for %s".formatted(message, account);
  }
}
