package io.chasqui.modem.device;

import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One modem with its SIM. It keeps itself ready: looks for its device, sets it up, and after a
 * failure does so again with growing pauses until it is closed; nobody has to ask for it. What it
 * receives and every change of its status it tells by itself ({@link ModemSurroundings}).
 */
public interface Modem extends AutoCloseable {

  /**
   * As it is now; at once, whatever the modem is doing. It begins as starting; every change is told
   * to the observer.
   */
  ModemStatus status();

  /**
   * Sends one segment, and returns when the network has taken or refused it, which may take a
   * minute. Called by one thread at a time.
   *
   * @throws InterruptedException before anything was sent; later ones make the result {@link
   *     SendResult.InDoubt} and keep the thread's flag
   */
  SendResult send(Segment segment) throws InterruptedException;

  /**
   * Sends the parts of one message, or as many of them as are still to be sent; by the same thread.
   * A modem that takes texts and cuts them itself sends them as one.
   *
   * @param parts 1 or more, in their order
   * @return a result for each part; those behind one that was not sent share its fate
   */
  default List<SendResult> sendTogether(List<Segment> parts) throws InterruptedException {
    List<SendResult> results = new ArrayList<>();
    for (Segment part : parts) {
      SendResult last = results.isEmpty() ? null : results.get(results.size() - 1);
      results.add(last instanceof SendResult.NotSent ? last : sendNext(part, results.isEmpty()));
    }
    return results;
  }

  private SendResult sendNext(Segment part, boolean first) throws InterruptedException {
    try {
      return send(part);
    } catch (InterruptedException e) {
      if (first) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return new SendResult.NotSent(SendFault.MODEM, 0, "the link stops");
    }
  }

  /**
   * Sends an unstructured supplementary service request (3GPP TS 22.090) such as {@code *100#}, and
   * ends the session that the answer may leave open.
   *
   * @param patience above zero
   * @return the network's answer
   * @throws ModemRefusedException when there was none, or this kind of modem cannot ask
   */
  String ussd(String request, Duration patience) throws InterruptedException;

  /**
   * Restarts the device; returns once it was told to, and {@link #status()} shows how it comes
   * back.
   *
   * @throws ModemRefusedException when it cannot be told
   */
  void reset() throws InterruptedException;

  /** Switches the keeping of what goes over the wire; what was kept before is forgotten. */
  void trace(TraceMode mode);

  /** The last lines or requests while the trace is on, oldest first, at most some hundreds. */
  List<TracedPdu> recent();

  /**
   * Gives the device back. A segment under way ends {@linkplain SendResult.InDoubt in doubt}, or
   * not sent; nothing more is told. Returns within seconds.
   */
  @Override
  void close();
}
