package io.chasqui.domain.link;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A handle on all links of one adapter; safe for use by several threads until closed. Links are
 * data: they are opened, changed and closed while the adapter runs.
 */
public interface LinkConnection extends AutoCloseable {

  /**
   * Starts a link; one that runs already with other settings is restarted, with the same left
   * alone.
   */
  void open(LinkSettings settings);

  /**
   * Stops links, all at the same time: no more submits, waits up to {@code grace} for the answers
   * under way, unbinds. Submits still unanswered then have an unknown outcome. Links that are not
   * open are left alone.
   */
  void stop(Collection<ConnectorId> ids, Duration grace);

  /** As above, one link. */
  default void stop(ConnectorId id, Duration grace) {
    stop(List.of(id), grace);
  }

  /** The link's status; {@link LinkState#STOPPED} when it is not open. */
  LinkStatus status(ConnectorId id);

  /**
   * Waits until the link can take at least one segment: bound, a free place in the window and the
   * rate's leave. A place becomes free after its outcome was told: who fills a window of one sees
   * every refusal before the next may go.
   *
   * @return how many segments may be submitted now; 0 when {@code patience} ran out
   */
  int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException;

  /**
   * Submits segments in their order and returns once they are written or refused; the outcomes come
   * to {@code sink}, exactly one for each segment (see {@link SubmitOutcome}), possibly before this
   * returns. Beyond the window or on a link that is not bound, the outcome is {@link
   * SubmitOutcome.Deferred}.
   */
  void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink);

  /** What the link has done, counted since the adapter started. */
  default LinkFigures figures(ConnectorId id) {
    return LinkFigures.NONE;
  }

  /** Switches the keeping of the link's PDUs; what was kept in another mode is forgotten. */
  default void trace(ConnectorId id, TraceMode mode) {
    throw new UnsupportedOperationException("%s: this kind of link keeps no trace".formatted(id));
  }

  /** The link's last PDUs while its trace is on, oldest first; bounded by the adapter. */
  default List<TracedPdu> recent(ConnectorId id) {
    return List.of();
  }

  /** Gives the handle back; links go on running. */
  @Override
  void close();
}
