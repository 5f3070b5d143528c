package io.chasqui.app.intake;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Idempotency keys (draft-ietf-httpapi-idempotency-key-header-07), each client's apart: the first
 * request under a key is carried out, later ones get its answer. A key is kept for 24 hours.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(24);

  /** After this a request without an answer has died, unless it is still known to run. */
  private static final Duration ABANDONED = Duration.ofMinutes(1);

  private static final String OF_KEY = " WHERE client_id = ? AND idempotency_key = ?";

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject Clock clock;
  @Inject IntakeLine line;

  /** What a request finds under its key. */
  public sealed interface Claim {
    /** Nobody was here: carry it out, under this id. */
    record Fresh(MessageId id) implements Claim {}

    /**
     * The first request died without an answer; it may have been accepted ({@link Intake#standing})
     * under this id. Whoever gets this has the key for himself for a minute.
     */
    record Abandoned(MessageId id) implements Claim {}

    /** The first request is still under way. */
    record UnderWay() implements Claim {}

    /** The key was used for another body. */
    record OtherRequest() implements Claim {}

    /** The first request's answer. */
    record Answered(String answer) implements Claim {}
  }

  private record Row(byte[] fingerprint, MessageId id, Optional<String> answer, Instant at) {}

  /**
   * @param fingerprint of the request, 32 octets
   */
  public Claim claim(String clientId, String key, byte[] fingerprint) {
    MessageId id = MessageId.next(clock);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      int inserted =
          Sql.update(
              connection,
              "INSERT INTO idempotency_key (client_id, idempotency_key, fingerprint, message_id,"
                  + " created_at) VALUES (?,?,?,?,?) ON DUPLICATE KEY UPDATE client_id = client_id",
              List.of(clientId, key, fingerprint, id.bytes(), now));
      Row row = row(connection, clientId, key);
      if (inserted == 1 && row.id().equals(id)) {
        return new Claim.Fresh(id);
      }
      return claim(connection, clientId, key, fingerprint, row, now);
    } catch (SQLException e) {
      throw new EJBException("idempotency keys: the database could not be asked", e);
    }
  }

  private static Claim claim(
      Connection connection, String clientId, String key, byte[] fingerprint, Row row, Instant now)
      throws SQLException {
    if (!Arrays.equals(row.fingerprint(), fingerprint)) {
      return new Claim.OtherRequest();
    }
    if (row.answer().isPresent()) {
      return new Claim.Answered(row.answer().get());
    }
    if (row.at().plus(ABANDONED).isAfter(now)) {
      return new Claim.UnderWay();
    }
    Sql.update(
        connection,
        "UPDATE idempotency_key SET created_at = ?" + OF_KEY,
        List.of(now, clientId, key));
    return new Claim.Abandoned(row.id());
  }

  private static Row row(Connection connection, String clientId, String key) throws SQLException {
    return Sql.query(
            connection,
            "SELECT fingerprint, message_id, answer, created_at FROM idempotency_key"
                + OF_KEY
                + " FOR UPDATE",
            List.of(clientId, key),
            found ->
                new Row(
                    found.getBytes(1),
                    MessageId.of(found.getBytes(2)),
                    Optional.ofNullable(found.getString(3)),
                    found.getTimestamp(4).toInstant()))
        .get(0);
  }

  public void answered(String clientId, String key, String answer) {
    change("UPDATE idempotency_key SET answer = ?" + OF_KEY, List.of(answer, clientId, key));
  }

  /** The request was not carried out: the next one under its key is the first again. */
  public void release(String clientId, String key) {
    change("DELETE FROM idempotency_key" + OF_KEY, List.of(clientId, key));
  }

  @Schedule(hour = "*", minute = "17", persistent = false)
  public void forgetOld() {
    Instant before = clock.instant().minus(KEPT);
    change("DELETE FROM idempotency_key WHERE created_at < ?", List.of(before));
    // Later than any key that a retry has taken over in the meantime.
    line.forget(before.minus(KEPT));
  }

  private void change(String sql, List<?> parameters) {
    try (Connection connection = database.getConnection()) {
      Sql.update(connection, sql, parameters);
    } catch (SQLException e) {
      throw new EJBException("idempotency keys: the database could not be asked", e);
    }
  }
}
