package io.chasqui.domain.modem;

/**
 * Who the modem and its SIM say they are; each empty while it is not known.
 *
 * @param imei of the device (3GPP TS 23.003, 6), 15 digits
 * @param imsi of the SIM (3GPP TS 23.003, 2), up to 15 digits
 * @param model with its maker, e.g. {@code huawei E3372}
 * @param firmware as the device writes it
 */
public record ModemIdentity(String imei, String imsi, String model, String firmware) {
  public static final ModemIdentity UNKNOWN = new ModemIdentity("", "", "", "");
}
