package io.chasqui.app.operations;

import io.chasqui.domain.link.ConnectorId;
import java.util.Objects;

/**
 * An operator changed a connector. Told by CDI after the change was committed and the directory
 * shows it: a plain {@code @Observes} is enough.
 */
public record ConnectorChanged(ConnectorId id, Change change) {
  /** What the operator did. */
  public enum Change {
    /** Created, edited, started or stopped: open or close the link by what the directory says. */
    SAVED,
    /** To be closed and opened again, settings unchanged. */
    RESTARTED,
    /** Gone from the directory. */
    REMOVED
  }

  public ConnectorChanged {
    Objects.requireNonNull(id);
    Objects.requireNonNull(change);
  }
}
