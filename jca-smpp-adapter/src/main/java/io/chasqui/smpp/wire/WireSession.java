package io.chasqui.smpp.wire;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SmppLinkSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
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
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUByteBuffer;

/**
 * One session with an SMSC, driven asynchronously: writing never waits for an answer. jSMPP binds,
 * reads, answers the peer's enquiries and unbinds, and keeps the session's state. Answers and
 * deliveries are ours; its time-outs and its enquire_link thread are switched off, since the link's
 * own clock does both.
 */
public final class WireSession extends SMPPSession {
  private static final int BIND_SEQUENCE = 1;
  private static final Logger LOG = System.getLogger(WireSession.class.getName());
  private static final DefaultDecomposer DECOMPOSER = new DefaultDecomposer();
  private static final DefaultComposer COMPOSER = new DefaultComposer();

  private final ConnectorId name;
  private final WireListener listener;
  private final LongSupplier nanos;
  private final AtomicReference<String> end = new AtomicReference<>();
  private volatile long lastRead;

  public static WireSession unbound(
      ConnectorId name, Duration connectTimeout, LongSupplier nanos, WireListener listener) {
    return new WireSession(
        name, connectTimeout, nanos, listener, new BoundedPduReader(), new LenientBindSender());
  }

  private WireSession(
      ConnectorId name,
      Duration connectTimeout,
      LongSupplier nanos,
      WireListener listener,
      BoundedPduReader reader,
      LenientBindSender sender) {
    super(sender, reader, new TcpConnections(connectTimeout));
    this.name = name;
    this.listener = listener;
    this.nanos = nanos;
    reader.tap(new OwnPdus());
    setEnquireLinkTimer(0);
    setPduProcessorDegree(1);
    setMessageReceiverListener(new Receiver());
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
    PendingResponse<Command> bind = removePendingResponse(BIND_SEQUENCE);
    if (bind != null) {
      bind.doneWithInvalidResponse(new InvalidResponseException(end.get()));
    }
  }

  /** Takes answers and deliveries straight from the reading thread. */
  private final class OwnPdus implements BoundedPduReader.Tap {
    @Override
    public boolean takes(Command header) {
      return switch (header.getCommandId()) {
        case SMPPConstant.CID_SUBMIT_SM_RESP,
            SMPPConstant.CID_DELIVER_SM,
            SMPPConstant.CID_ENQUIRE_LINK_RESP,
            SMPPConstant.CID_UNBIND_RESP ->
            true;
        case SMPPConstant.CID_GENERIC_NACK -> header.getSequenceNumber() != BIND_SEQUENCE;
        default -> false;
      };
    }

    @Override
    public void onPdu(Command header, byte[] pdu) {
      switch (header.getCommandId()) {
        case SMPPConstant.CID_DELIVER_SM -> onDeliver(header, pdu);
        case SMPPConstant.CID_UNBIND_RESP -> cut("unbound");
        case SMPPConstant.CID_ENQUIRE_LINK_RESP -> {}
        default -> listener.onAnswer(SubmitAnswer.read(header, pdu));
      }
    }

    private void onDeliver(Command header, byte[] pdu) {
      try {
        listener.onDeliver(DECOMPOSER.deliverSm(pdu));
      } catch (PDUStringException e) {
        refuse(header, e.getErrorCode(), e);
      } catch (RuntimeException e) {
        refuse(header, CommandStatus.INVALID_COMMAND_LENGTH, e);
      }
    }

    private void refuse(Command header, int status, Exception cause) {
      LOG.log(Level.WARNING, name + ": a deliver_sm could not be read, it is refused", cause);
      try {
        acknowledge(status, List.of(header.getSequenceNumber()));
      } catch (IOException e) {
        cut(e.getMessage());
      }
    }

    @Override
    public void onRead() {
      lastRead = nanos.getAsLong();
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
