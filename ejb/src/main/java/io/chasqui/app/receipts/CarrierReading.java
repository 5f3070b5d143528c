package io.chasqui.app.receipts;

import io.chasqui.domain.receipt.CarrierMessageKeys;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.DialectLearner;
import io.chasqui.domain.receipt.IdDialect;
import io.chasqui.domain.receipt.ReceiptMatch;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.receipt.ReceiptState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How one carrier's receipts are read now: as its operator set it, else as was learnt. */
public record CarrierReading(ReceiptReading setting, DialectLearner learner) {
  public static final CarrierReading USUAL =
      new CarrierReading(ReceiptReading.STANDARD, DialectLearner.NEW);

  /** Where the message is looked for that a receipt names. */
  public CarrierMessageKeys keys(String receiptId) {
    return dialect()
        .map(known -> CarrierMessageKeys.of(receiptId, known))
        .orElseGet(() -> CarrierMessageKeys.of(receiptId));
  }

  private Optional<IdDialect> dialect() {
    return setting.dialect().or(learner::locked);
  }

  /** The ids that might be meant, when they are more than one; none where an operator decided. */
  public List<String> doubts(String receiptId, Collection<String> answered) {
    return setting.dialect().isEmpty()
            && learner.choose(receiptId, answered) instanceof ReceiptMatch.Ambiguous several
        ? several.answered()
        : List.of();
  }

  public ReceiptState state(DeliveryReceipt receipt) {
    return setting.states().ruled(receipt.stateWord(), receipt.error()).orElse(receipt.state());
  }
}
