package io.chasqui.modem.at;

import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;

/**
 * What a refused AT+CMGS means for the message and for the modem: CMS errors of 3GPP TS 27.005,
 * 3.2.5, below 128 the causes of TS 24.011, E-2, from 128 to 255 those of TS 23.040, 9.2.3.22.
 */
final class SendFaults {
  private SendFaults() {}

  /**
   * @param result no OK
   */
  static SendResult.NotSent of(FinalResult result) {
    SendFault fault =
        switch (result.kind()) {
          case CMS_ERROR -> ofCms(result.code());
          case CME_ERROR -> ofCme(result.code());
          default -> SendFault.MODEM;
        };
    return new SendResult.NotSent(fault, Math.max(0, result.code()), result.words());
  }

  private static SendFault ofCms(int code) {
    return switch (code) {
      // The number or the content: barred, unassigned, rejected, unknown subscriber, not
      // subscribed, not valid, a PDU or text parameter the modem does not take.
      case 1, 8, 10, 21, 28, 29, 30, 50, 69, 95, 96, 97, 304, 305 -> SendFault.MESSAGE;
      // SC busy, no subscription, system failure, ...: 0xC0-0xC2; the SME's address, 0xC3-0xC5.
      case 195, 196, 197 -> SendFault.MESSAGE;
      // Memory full, busy with something else, SIM busy.
      case 208, 302, 314, 322 -> SendFault.BUSY;
      // ME failure, SMS service reserved, SIM missing, locked or broken, no service centre.
      case 300, 301, 303, 310, 311, 312, 313, 315, 316, 317, 318, 320, 330 -> SendFault.MODEM;
      default -> SendFault.NETWORK;
    };
  }

  /** 27.007, 9.2. */
  private static SendFault ofCme(int code) {
    return switch (code) {
      case 14 -> SendFault.BUSY;
      case 30, 31, 32, 100 -> SendFault.NETWORK;
      default -> SendFault.MODEM;
    };
  }
}
