package io.chasqui.app.outbox;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.SystemId;
import java.sql.SQLException;
import java.util.List;

/** What waits for ESMEs, for other packages' tests. */
public final class Waiters {
  private Waiters() {}

  public static List<EsmeDelivery> of(SystemId account) throws SQLException {
    return new DeliveryTable(MigratedDatabase.dataSource())
        .next(account, 1000).stream().map(WaitingDelivery::delivery).toList();
  }
}
