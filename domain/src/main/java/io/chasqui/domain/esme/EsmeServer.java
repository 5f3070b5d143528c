package io.chasqui.domain.esme;

import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A handle on the adapter's SMPP server; safe for use by several threads until closed. Sessions are
 * the adapter's, accounts the application's ({@link EsmeListener#onBind}).
 */
public interface EsmeServer extends AutoCloseable {

  /**
   * Opens a port.
   *
   * @return the port number
   * @throws IOException naming host, port and the reason in an operator's words
   */
  int listen(EsmeListenerSettings settings) throws IOException;

  /**
   * Closes all ports, refuses further requests with ESME_RSYSERR, waits up to {@code grace} for
   * what is under way, unbinds and ends all sessions.
   */
  void stop(Duration grace);

  /**
   * Waits until the account has a receiving session with a free place in its window.
   *
   * @return how many deliveries may be handed over now; 0 when {@code patience} ran out
   */
  int awaitCapacity(SystemId account, Duration patience) throws InterruptedException;

  /**
   * Sends in order over the account's receiving sessions and returns once all is written or
   * refused; the outcomes come to {@code sink}, exactly one each, on the adapter's threads, which
   * {@code sink} must not hold up.
   */
  void deliver(SystemId account, List<EsmeDelivery> batch, Consumer<DeliveryOutcome> sink);

  /** All bound sessions. */
  List<EsmeSession> sessions();

  EsmeServerFigures figures();

  /** Puts new limits in force for the account's sessions. */
  void update(EsmeAccount account);

  /**
   * Unbinds and ends the account's sessions, e.g. since it was switched off.
   *
   * @return how many there were
   */
  int disconnect(SystemId account, String reason);

  /** Likewise one session; false when it is gone already. */
  boolean disconnect(long session, String reason);

  /** Keeps the account's PDUs from now on, or no longer; off at first. */
  void trace(SystemId account, TraceMode mode);

  TraceMode traceMode(SystemId account);

  /** The account's last PDUs while the trace is on, at most 500, oldest first. */
  List<TracedPdu> recent(SystemId account);

  /** Gives the handle back; the server goes on running. */
  @Override
  void close();
}
