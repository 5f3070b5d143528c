package io.chasqui.app.outbox;

import io.chasqui.domain.esme.SystemId;
import jakarta.persistence.EntityManager;

/** What waited for an account that is no more. */
public final class AbandonedDeliveries {
  private AbandonedDeliveries() {}

  /** Puts it aside, in the caller's transaction. */
  public static void putAside(EntityManager database, SystemId account) {
    database
        .createNativeQuery(
            "UPDATE esme_delivery SET state = 1, last_error = 'the account was deleted'"
                + " WHERE system_id = ?1 AND state = 0")
        .setParameter(1, account.value())
        .executeUpdate();
  }
}
