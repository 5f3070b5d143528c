package io.chasqui.app.withdrawal;

import io.chasqui.app.dispatch.Withdrawals;
import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.LedgerOnDatabase;
import io.chasqui.app.ledger.Withdrawn;
import io.chasqui.app.messaging.BrokerOf;
import io.chasqui.app.messaging.EmbeddedBroker;
import java.time.Clock;

/** Taking back, on the real database and a test's real broker. */
public final class TakingBackOn {
  private TakingBackOn() {}

  public static TakingBack broker(
      EmbeddedBroker broker, Withdrawals withdrawals, RecentlyAccepted recent) {
    TakingBack takingBack = new TakingBack();
    takingBack.withdrawals = withdrawals;
    takingBack.recent = recent;
    takingBack.broker = BrokerOf.workers(broker.workers());
    takingBack.ledger = LedgerOnDatabase.takeback();
    takingBack.replacements = LedgerOnDatabase.replacements(takingBack.broker);
    takingBack.tidings =
        new Tidings() {
          @Override
          void tell(Withdrawn withdrawn) {}
        };
    takingBack.looseEnds = new LooseEnds();
    takingBack.looseEnds.withdrawals = withdrawals;
    takingBack.looseEnds.broker = takingBack.broker;
    takingBack.looseEnds.ledger = takingBack.ledger;
    takingBack.looseEnds.clock = Clock.systemUTC();
    return takingBack;
  }
}
