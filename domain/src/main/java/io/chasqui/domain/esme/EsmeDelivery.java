package io.chasqui.domain.esme;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import java.util.Objects;
import java.util.Optional;

/**
 * Something for an ESME, as one deliver_sm or data_sm.
 *
 * @param id the outbox's; one delivery may be tried several times
 * @param receipt what the receipt's TLVs say; empty for a mobile-originated message
 */
public record EsmeDelivery(
    long id,
    Address source,
    Address destination,
    DataCodingScheme coding,
    UserData content,
    Optional<Receipt> receipt) {

  /**
   * @param messageId receipted_message_id (SMPP 3.4, 5.3.2.12)
   * @param state message_state, 1-8 (5.2.28)
   * @param networkError network_error_code's number, when the carrier gave one (5.3.2.31)
   * @param isFinal false for an intermediate notification (5.2.12)
   */
  public record Receipt(
      String messageId, int state, Optional<Integer> networkError, boolean isFinal) {}

  public EsmeDelivery {
    Objects.requireNonNull(source);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(coding);
    Objects.requireNonNull(content);
    Objects.requireNonNull(receipt);
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return (receipt.isPresent() ? "receipt " : "message ") + id;
  }
}
