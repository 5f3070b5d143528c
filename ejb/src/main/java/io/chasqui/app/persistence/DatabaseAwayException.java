package io.chasqui.app.persistence;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/**
 * The database could not do what it was asked, and may later: it is away, or chose us to end a
 * deadlock. An application exception, so that the container leaves the telling to whoever tries
 * again and does not write a stack for every attempt.
 */
@ApplicationException(rollback = true)
public class DatabaseAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param consequence what becomes of the work, in an operator's words
   */
  public DatabaseAwayException(String consequence, SQLException cause) {
    super("%s: %s".formatted(consequence, cause.getMessage()), cause);
  }
}
