package io.chasqui.smpp.wire;

import java.io.IOException;
import java.io.OutputStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.util.PDUByteBuffer;

/** Lets passwords beyond SMPP 3.4's eight characters pass: many SMSCs have given such out. */
final class LenientBindSender extends SynchronizedPDUSender {

  @Override
  public byte[] sendBind(
      OutputStream out,
      BindType type,
      int sequence,
      String systemId,
      String password,
      String systemType,
      InterfaceVersion version,
      TypeOfNumber ton,
      NumberingPlanIndicator npi,
      String range)
      throws IOException {
    PDUByteBuffer buffer =
        new PDUByteBuffer(type.commandId(), SMPPConstant.STAT_ESME_ROK, sequence);
    buffer.append(systemId);
    buffer.append(password);
    buffer.append(systemType);
    buffer.append(version.value());
    buffer.append(ton.value());
    buffer.append(npi.value());
    buffer.append(range);
    return write(out, buffer.toBytes());
  }

  private static byte[] write(OutputStream out, byte[] pdu) throws IOException {
    synchronized (out) {
      out.write(pdu);
      out.flush();
    }
    return pdu;
  }
}
