package io.chasqui.smpp.wire;

import org.jsmpp.InvalidNumberOfDestinationsException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultDecomposer;

/**
 * Reads bodies by jSMPP's decomposer. Whatever a body holds, the only failure is an {@link
 * UnreadablePduException}.
 */
public final class Bodies {
  private static final DefaultDecomposer DECOMPOSER = new DefaultDecomposer();

  private Bodies() {}

  public static Bind bind(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::bind);
  }

  public static BindResp bindResp(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::bindResp);
  }

  public static SubmitSm submitSm(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::submitSm);
  }

  public static SubmitMulti submitMulti(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::submitMulti);
  }

  public static DeliverSm deliverSm(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::deliverSm);
  }

  public static DataSm dataSm(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::dataSm);
  }

  public static QuerySm querySm(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::querySm);
  }

  public static CancelSm cancelSm(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::cancelSm);
  }

  public static ReplaceSm replaceSm(Pdu pdu) throws UnreadablePduException {
    return read(pdu, DECOMPOSER::replaceSm);
  }

  private interface Reading<T> {
    T read(byte[] octets) throws PDUStringException, InvalidNumberOfDestinationsException;
  }

  /** The decomposer runs beyond the end of a body that is too short. */
  private static <T> T read(Pdu pdu, Reading<T> reading) throws UnreadablePduException {
    try {
      return reading.read(pdu.octets());
    } catch (PDUStringException e) {
      throw new UnreadablePduException(pdu, e.getErrorCode(), e);
    } catch (InvalidNumberOfDestinationsException e) {
      throw new UnreadablePduException(pdu, CommandStatus.INVALID_DESTINATION_COUNT, e);
    } catch (RuntimeException e) {
      throw new UnreadablePduException(pdu, CommandStatus.INVALID_COMMAND_LENGTH, e);
    }
  }
}
