package io.chasqui.app.receipts;

import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.Directory;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.receipt.ReceiptReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How each carrier's receipts are read now. */
@ApplicationScoped
public class CarrierReadings {
  @Inject private Directory directory;
  @Inject private ReceiptLore lore;

  public CarrierReading of(ConnectorId connector) {
    ReceiptReading setting =
        Optional.ofNullable(directory.current().connectors().get(connector))
            .map(ConnectorView::receipts)
            .orElse(ReceiptReading.STANDARD);
    return new CarrierReading(setting, lore.learner(connector));
  }
}
