package io.chasqui.app.persistence;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database will not take these data, now or ever: too long, out of range, of no such character,
 * against a constraint. Whatever else goes wrong there is worth another attempt.
 */
@ApplicationException(rollback = true)
public class RefusedDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What MariaDB refuses under the general SQLState HY000 as well (its manual, Error Codes). */
  private static final Set<Integer> REFUSALS =
      Set.of(1048, 1062, 1264, 1265, 1292, 1364, 1366, 1406, 1452, 4025);

  private static final Pattern COLUMN = Pattern.compile("column [`']?([\\w.`]+)");

  private RefusedDataException(SQLException refusal) {
    super(reason(refusal), refusal);
  }

  /**
   * What to throw: a refusal of the data, or, for a failure of the database's own (connection,
   * deadlock, lock timeout), a {@link DatabaseAwayException} that says {@code otherwise}.
   */
  public static RuntimeException of(SQLException failure, String otherwise) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isRefusal(sql)) {
        return new RefusedDataException(sql);
      }
    }
    return new DatabaseAwayException(otherwise, failure);
  }

  /** Classes 22 and 23 are data exceptions and constraint violations (SQL:2016, 24.1). */
  private static boolean isRefusal(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("22")
        || state.startsWith("23")
        || REFUSALS.contains(failure.getErrorCode());
  }

  /** Without the database's own words, which quote the value. */
  private static String reason(SQLException refusal) {
    Matcher column = COLUMN.matcher(String.valueOf(refusal.getMessage()));
    String where = column.find() ? ", column " + column.group(1).replace("`", "") : "";
    return "error %d, SQLState %s%s"
        .formatted(refusal.getErrorCode(), refusal.getSQLState(), where);
  }
}
