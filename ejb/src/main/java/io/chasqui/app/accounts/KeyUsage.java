package io.chasqui.app.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The counters of api_key_usage. Each statement is a transaction of its own: two in one would lock
 * the gap before a missing row and the row itself, and deadlock with their like.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyUsage {
  private static final Duration KEPT = Duration.ofDays(2);

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  /** Adds to the hour's counter unless that would exceed the limit or there is none yet. */
  public boolean add(String keyId, Instant hour, int limit, int messages) {
    return update(
            "UPDATE api_key_usage SET messages = messages + ?1"
                + " WHERE api_key_id = ?2 AND hour = ?3 AND messages <= ?4",
            messages,
            keyId,
            utc(hour),
            limit - messages)
        == 1;
  }

  /** Takes from the hour's counter; false when there is less in it, the hour having changed. */
  public boolean subtract(String keyId, Instant hour, int messages) {
    return update(
            "UPDATE api_key_usage SET messages = messages - ?1"
                + " WHERE api_key_id = ?2 AND hour = ?3 AND messages >= ?4",
            messages,
            keyId,
            utc(hour),
            messages)
        == 1;
  }

  /** Begins the hour's counter; false when somebody else has. */
  public boolean open(String keyId, Instant hour, int messages) {
    boolean first =
        update(
                "INSERT IGNORE INTO api_key_usage (api_key_id, hour, messages) VALUES (?1, ?2, ?3)",
                keyId,
                utc(hour),
                messages)
            == 1;
    if (first) {
      update(
          "DELETE FROM api_key_usage WHERE api_key_id = ?1 AND hour < ?2",
          keyId,
          utc(hour.minus(KEPT)));
    }
    return first;
  }

  private int update(String sql, Object... parameters) {
    var query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.executeUpdate();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
