package io.chasqui.modem.ra;

import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import java.time.Duration;
import java.util.List;

/** A modem of a wire that this version can name but not drive; it says so. */
record UndrivenModem(ModemStatus status) implements Modem {
  private static final String NOT_YET = "serial modems are not available in this version";

  static Modem open(ModemSurroundings around) {
    var now = around.clock().instant();
    ModemStatus refused = ModemStatus.starting(now).moved(ModemState.REFUSED, NOT_YET, now);
    around.observer().changed(refused);
    return new UndrivenModem(refused);
  }

  @Override
  public SendResult send(Segment segment) {
    return new SendResult.NotSent(SendFault.MODEM, 0, NOT_YET);
  }

  @Override
  public String ussd(String request, Duration patience) {
    throw new ModemRefusedException(NOT_YET);
  }

  @Override
  public void reset() {
    throw new ModemRefusedException(NOT_YET);
  }

  @Override
  public void trace(TraceMode mode) {}

  @Override
  public List<TracedPdu> recent() {
    return List.of();
  }

  @Override
  public void close() {}
}
