package io.chasqui.domain.receipt;

import java.util.Objects;

/**
 * What a carrier says became of a message.
 *
 * @param carrierMessageId the carrier's id as it wrote it, never mutated
 * @param state as understood; {@link ReceiptState#UNKNOWN} for words nobody knows
 * @param stateWord the carrier's own word, e.g. {@code DELIVRD}
 * @param error the carrier's error code, e.g. {@code 000}; empty when it gave none
 */
public record DeliveryReceipt(
    String carrierMessageId, ReceiptState state, String stateWord, String error) {
  public DeliveryReceipt {
    Objects.requireNonNull(carrierMessageId);
    Objects.requireNonNull(state);
    Objects.requireNonNull(stateWord);
    Objects.requireNonNull(error);
    carrierMessageId = CarrierText.clean(carrierMessageId, CarrierText.LONGEST_ID);
    stateWord = CarrierText.clean(stateWord, CarrierText.LONGEST_WORD);
    error = CarrierText.clean(error, CarrierText.LONGEST_WORD);
  }
}
