package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.RefusedDataException;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The ledger on the real database, with the transactions a container would give it. */
public final class LedgerOnDatabase {
  private LedgerOnDatabase() {}

  public static LedgerResult write(LedgerEntry... batch) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            new LedgerBatch(
                    connection,
                    DirectorySnapshot.EMPTY,
                    Instant.now().minus(Duration.ofDays(3)),
                    id -> CarrierReading.USUAL)
                .write(List.of(batch)));
  }

  public static Takeback takeback() {
    return equipped(new InTransactions());
  }

  /** One that loses the answer to every commit. */
  public static Takeback silent() {
    return equipped(
        new InTransactions() {
          @Override
          <T> T run(Work<T> work) {
            super.run(work);
            throw new IllegalStateException("no answer");
          }
        });
  }

  private static Takeback equipped(Takeback takeback) {
    takeback.clock = Clock.systemUTC();
    takeback.directory =
        new Directory() {
          @Override
          public DirectorySnapshot current() {
            return DirectorySnapshot.EMPTY;
          }
        };
    return takeback;
  }

  /** The message's story, each line as {@code STATUS detail}. */
  public static List<String> story(MessageId message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT status, detail FROM event WHERE message_id = ? ORDER BY id",
                List.of(message.bytes()),
                row -> MessageStatus.ofCode(row.getInt(1)) + " " + row.getString(2)));
  }

  private static class InTransactions extends Takeback {
    @Override
    <T> T run(Work<T> work) {
      try {
        return MigratedDatabase.inTransaction(work::on);
      } catch (SQLException e) {
        throw RefusedDataException.of(e, "failed");
      }
    }
  }
}
