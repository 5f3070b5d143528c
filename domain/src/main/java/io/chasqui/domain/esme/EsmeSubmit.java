package io.chasqui.domain.esme;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.message.MessageId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message an ESME submits to one destination, by submit_sm, data_sm or as one of submit_multi's.
 *
 * @param id ours, given at reception and kept when the listener is asked again
 * @param toldAs the id the ESME is told, and finds in its receipts: {@code id}, except that all
 *     destinations of a submit_multi share the first one's
 * @param serviceType 0-5 characters
 * @param priority 0-3 (SMPP 3.4, 5.2.14)
 * @param protocolId an octet (SMPP 3.4, 5.2.13)
 * @param notBefore schedule_delivery_time
 * @param validUntil validity_period as an instant; empty = the gateway's default
 * @param content octets as received, from short_message or message_payload (up to 64 KiB);
 *     segmentation by TLVs is rewritten as the user data header that says the same
 */
public record EsmeSubmit(
    SystemId account,
    MessageId id,
    MessageId toldAs,
    Instant at,
    Address source,
    Address destination,
    String serviceType,
    int priority,
    int protocolId,
    Optional<Instant> notBefore,
    Optional<Instant> validUntil,
    RegisteredDelivery registeredDelivery,
    boolean replaceIfPresent,
    DataCodingScheme coding,
    UserData content) {
  public EsmeSubmit {
    Objects.requireNonNull(account);
    Objects.requireNonNull(id);
    Objects.requireNonNull(toldAs);
    Objects.requireNonNull(at);
    Objects.requireNonNull(source);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(serviceType);
    Objects.requireNonNull(notBefore);
    Objects.requireNonNull(validUntil);
    Objects.requireNonNull(registeredDelivery);
    Objects.requireNonNull(coding);
    Objects.requireNonNull(content);
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "%s from %s".formatted(id, account);
  }
}
