package io.chasqui.domain.operations;

import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.link.TlsSettings;
import io.chasqui.domain.receipt.ReceiptReading;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator may set of an SMPP connector beyond its {@link SmppEndpoint}.
 *
 * @param tls empty: in clear
 * @param statuses what follows which refusal
 */
public record SmppOptions(
    Optional<TlsSettings> tls,
    BindOptions bind,
    SmppTimers timers,
    SubmitSettings submits,
    StatusTable statuses,
    ReceiptReading receipts) {
  public static final SmppOptions STANDARD =
      new SmppOptions(
          Optional.empty(),
          BindOptions.STANDARD,
          SmppTimers.STANDARD,
          SubmitSettings.STANDARD,
          StatusTable.STANDARD,
          ReceiptReading.STANDARD);

  public SmppOptions {
    Objects.requireNonNull(tls);
    Objects.requireNonNull(bind);
    Objects.requireNonNull(timers);
    Objects.requireNonNull(submits);
    Objects.requireNonNull(statuses);
    Objects.requireNonNull(receipts);
  }
}
