package io.chasqui.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;

/**
 * One link to an ESME. Answers to submit_sm are sent when they are due, deliver_sm without waiting
 * for its answer, both on the caller's thread.
 */
final class EsmeSession extends SMPPServerSession {

  private static final int QUEUE = 10_000;
  private static final long TRANSACTION_MILLIS = 10_000;
  private static final int FAREWELL_MILLIS = 1_000;

  private final Map<Integer, CompletableFuture<Integer>> awaited = new ConcurrentHashMap<>();
  private final SynchronizedPDUSender wire = new SynchronizedPDUSender();
  private final AtomicBoolean lingered = new AtomicBoolean();
  private volatile Account account;
  private volatile String mode = "";

  EsmeSession(Connection connection, ServerMessageReceiverListener intake) {
    // One worker: it never waits, and PDUs are handled in the order they came.
    super(
        connection,
        null,
        intake,
        null,
        1,
        QUEUE,
        new SilentSubmitAnswers(),
        new BoundedPduReader());
    setTransactionTimer(TRANSACTION_MILLIS);
    addSessionStateListener(this::changed);
  }

  private void changed(SessionState now, SessionState before, Session self) {
    if (now == SessionState.CLOSED) {
      awaited.values().forEach(a -> a.completeExceptionally(new LinkLostException()));
    }
  }

  void belongTo(Account account, String mode) {
    this.mode = mode;
    this.account = account;
  }

  Account account() {
    return account;
  }

  boolean canReceive() {
    return getSessionState().isReceivable();
  }

  BoundSession describe() {
    return new BoundSession(
        account.systemId(), mode, getInetAddress().getHostAddress() + ":" + getPort());
  }

  /** Whether the answer was written. */
  boolean answer(int sequence, int status, String messageId) {
    try {
      if (status == CommandStatus.OK) {
        wire.sendSubmitSmResp(connection().getOutputStream(), sequence, messageId);
      } else {
        // An error has no body (section 4.4.2).
        wire.sendHeader(
            connection().getOutputStream(), SMPPConstant.CID_SUBMIT_SM_RESP, status, sequence);
      }
      return true;
    } catch (IOException | PDUException e) {
      close();
      return false;
    }
  }

  /**
   * Sends a deliver_sm. The future gives the command_status answered, or fails: with {@link
   * LinkLostException} when the link ends first, with TimeoutException when nothing comes.
   */
  CompletableFuture<Integer> deliver(Delivery delivery, Duration timeout) {
    int sequence = sequence().nextValue();
    CompletableFuture<Integer> status = new CompletableFuture<>();
    awaited.put(sequence, status);
    CompletableFuture<Integer> bounded =
        status
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((s, e) -> awaited.remove(sequence));
    try {
      if (!canReceive()) {
        throw new IOException("not bound to receive");
      }
      send(sequence, delivery);
    } catch (IOException e) {
      close();
      status.completeExceptionally(new LinkLostException());
    } catch (PDUException e) {
      status.completeExceptionally(e);
    }
    return bounded;
  }

  private void send(int sequence, Delivery d) throws IOException, PDUException {
    wire.sendDeliverSm(
        connection().getOutputStream(),
        sequence,
        "",
        ton(d.source()),
        npi(d.source()),
        d.source().value(),
        ton(d.destination()),
        npi(d.destination()),
        d.destination().value(),
        new ESMClass(d.esmClass()),
        (byte) 0,
        (byte) 0,
        new RegisteredDelivery(0),
        new RawDataCoding((byte) d.dataCoding()),
        d.userData(),
        d.tlvs().toArray(OptionalParameter[]::new));
  }

  /** jSMPP knows the standard's values only; anything else is sent as unknown. */
  private static TypeOfNumber ton(SmsAddress address) {
    try {
      return TypeOfNumber.valueOf((byte) address.ton());
    } catch (IllegalArgumentException e) {
      return TypeOfNumber.UNKNOWN;
    }
  }

  private static NumberingPlanIndicator npi(SmsAddress address) {
    try {
      return NumberingPlanIndicator.valueOf((byte) address.npi());
    } catch (IllegalArgumentException e) {
      return NumberingPlanIndicator.UNKNOWN;
    }
  }

  @Override
  protected PendingResponse<Command> removePendingResponse(int sequence) {
    CompletableFuture<Integer> status = awaited.remove(sequence);
    return status == null ? super.removePendingResponse(sequence) : new AwaitedAnswer(status);
  }

  /**
   * After an unbind the ESME closes first, if it does within a second: a jSMPP client that sees the
   * end of the stream at once may lose the unbind_resp before it.
   */
  @Override
  public void close() {
    if (getSessionState() == SessionState.UNBOUND && lingered.compareAndSet(false, true)) {
      awaitEndOfStream();
    }
    super.close();
  }

  private void awaitEndOfStream() {
    try {
      connection().setSoTimeout(FAREWELL_MILLIS);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
      int octet = 0;
      while (octet >= 0 && System.nanoTime() < end) {
        octet = connection().getInputStream().read();
      }
    } catch (IOException e) {
      // Reset, closed here meanwhile, or the second is over.
    }
  }

  /** Called by jSMPP on its reading thread, where it would await an answer nobody can read. */
  @Override
  public void unbindAndClose() {
    close();
  }

  /** Unbinds, waits a second at most for the answer, closes. */
  void farewell() {
    setTransactionTimer(FAREWELL_MILLIS);
    super.unbindAndClose();
  }
}
