package io.chasqui.smpp.wire;

import io.chasqui.domain.link.SmppLinkSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindCommandTask;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUByteBuffer;

/**
 * One session with an SMSC, driven asynchronously: writing never waits for an answer. jSMPP reads,
 * answers the peer's enquiries and unbinds, and keeps the session's state; its time-outs and its
 * enquire_link thread are switched off, since the link's own clock does both.
 */
public final class WireSession extends SMPPSession {
  private static final int BIND_SEQUENCE = 1;
  private static final int SMALLEST_QUEUE = 2000;
  private static final DefaultComposer COMPOSER = new DefaultComposer();

  private final WireListener listener;
  private final LongSupplier nanos;
  private final AtomicReference<String> end = new AtomicReference<>();
  private volatile long lastRead;

  public static WireSession to(
      SmppLinkSettings settings,
      Duration connectTimeout,
      LongSupplier nanos,
      WireListener listener) {
    return new WireSession(
        settings, connectTimeout, nanos, listener, new BoundedPduReader(), new DeferringSender());
  }

  private WireSession(
      SmppLinkSettings settings,
      Duration connectTimeout,
      LongSupplier nanos,
      WireListener listener,
      BoundedPduReader reader,
      DeferringSender sender) {
    super(sender, reader, new TcpConnections(connectTimeout));
    this.listener = listener;
    this.nanos = nanos;
    reader.tap(new AnswerTap());
    setEnquireLinkTimer(0);
    setPduProcessorDegree(1);
    setQueueCapacity(Math.max(SMALLEST_QUEUE, settings.window() * 4));
    setMessageReceiverListener(new Receiver(this, listener));
    addSessionStateListener((now, before, session) -> onState(now));
  }

  /**
   * Connects and binds; returns once bound.
   *
   * @throws BindRefusedException when the peer refuses
   * @throws IOException when there is no connection, no answer in time, or not one to a bind
   */
  public void bind(SmppLinkSettings settings, Duration timeout) throws IOException {
    connect(settings.host(), settings.port());
    lastRead = nanos.getAsLong();
    try {
      executeSendCommand(bindCommand(settings), timeout.toMillis());
    } catch (NegativeResponseException e) {
      throw new BindRefusedException(e.getCommandStatus());
    } catch (ResponseTimeoutException e) {
      throw new IOException("no answer to the bind within %d s".formatted(timeout.toSeconds()), e);
    } catch (InvalidResponseException | PDUException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private BindCommandTask bindCommand(SmppLinkSettings settings) {
    return new BindCommandTask(
        pduSender(),
        type(settings.bind()),
        settings.systemId(),
        settings.password(),
        settings.systemType(),
        InterfaceVersion.IF_34,
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        "");
  }

  private static BindType type(io.chasqui.domain.link.BindType type) {
    return switch (type) {
      case TRANSMITTER -> BindType.BIND_TX;
      case RECEIVER -> BindType.BIND_RX;
      case TRANSCEIVER -> BindType.BIND_TRX;
    };
  }

  public int nextSequence() {
    return sequence().nextValue();
  }

  /** Writes whole PDUs in one go; waits only as long as the peer does not read. */
  public void write(byte[] pdus) throws IOException {
    OutputStream out = connection().getOutputStream();
    synchronized (out) {
      out.write(pdus);
      out.flush();
    }
  }

  /** The real deliver_sm_resp for each of the sequence numbers, in one write. */
  public void acknowledge(int status, List<Integer> sequences) throws IOException {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (int sequence : sequences) {
      answers.writeBytes(COMPOSER.deliverSmResp(status, sequence, null));
    }
    write(answers.toByteArray());
  }

  public void enquire() throws IOException {
    write(COMPOSER.enquireLink(nextSequence()));
  }

  /** Asks to end the session; it closes when the peer has answered. */
  public void requestUnbind() throws IOException {
    end.compareAndSet(null, "unbound");
    write(COMPOSER.unbind(nextSequence()));
  }

  /** Closes the socket at once and from any thread, even while another is stuck writing. */
  public void cut(String reason) {
    end.compareAndSet(null, reason);
    if (connection() != null) {
      closeSocket();
    }
  }

  private void closeSocket() {
    try {
      connection().close();
    } catch (IOException e) {
      // A socket that cannot be closed is as gone as one that was.
    }
  }

  /** When the peer was last heard of, by the clock given. */
  public long lastRead() {
    return lastRead;
  }

  private void onState(SessionState now) {
    if (now == SessionState.UNBOUND) {
      cut("the peer unbound");
    } else if (now == SessionState.CLOSED) {
      end.compareAndSet(null, "connection closed");
      releaseBind();
      listener.onClosed(end.get());
    }
  }

  /** jSMPP lets a bind wait out its time even when the peer has hung up. */
  private void releaseBind() {
    PendingResponse<Command> bind = super.removePendingResponse(BIND_SEQUENCE);
    if (bind != null) {
      bind.doneWithInvalidResponse(new InvalidResponseException(end.get()));
    }
  }

  /** Answers to submits and enquiries were taken by the tap: jSMPP need not miss them. */
  @Override
  protected PendingResponse<Command> removePendingResponse(int sequence) {
    PendingResponse<Command> waiting = super.removePendingResponse(sequence);
    return waiting == null && getSessionState().isBound() ? new PendingResponse<>(0) : waiting;
  }

  /** Takes answers straight from the reading thread. */
  private final class AnswerTap implements BoundedPduReader.Tap {
    @Override
    public void onPdu(Command header, byte[] pdu) {
      lastRead = nanos.getAsLong();
      if (SubmitAnswer.isOne(header)) {
        listener.onAnswer(SubmitAnswer.read(header, pdu));
      } else if (header.getCommandId() == SMPPConstant.CID_UNBIND_RESP) {
        cut("unbound");
      }
    }

    @Override
    public void onEnd(String reason) {
      end.compareAndSet(null, reason);
    }

    /** SMPP 3.4, 4.3: a generic_nack, since the sequence number cannot be trusted. */
    @Override
    public void onBadLength() {
      try {
        write(
            new PDUByteBuffer(SMPPConstant.CID_GENERIC_NACK, SMPPConstant.STAT_ESME_RINVCMDLEN, 0)
                .toBytes());
      } catch (IOException e) {
        // The session is about to be closed anyway.
      }
    }
  }
}
