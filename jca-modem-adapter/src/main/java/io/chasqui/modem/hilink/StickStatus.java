package io.chasqui.modem.hilink;

import io.chasqui.domain.modem.ModemIdentity;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.Radio;
import io.chasqui.domain.modem.Registration;
import io.chasqui.domain.modem.SmsStorage;
import java.io.IOException;
import java.util.OptionalInt;

/** Reads how a stick is. What one firmware or another does not know stays unknown. */
record StickStatus(HilinkSession session) {
  private static final int SIM_OK = 1;
  private static final int SERVICE_OK = 2;

  ModemIdentity identity() throws IOException {
    Xml device = session.get("/api/device/information");
    return new ModemIdentity(
        device.text("Imei"),
        device.text("Imsi"),
        ("huawei " + device.text("DeviceName")).strip(),
        device.text("SoftwareVersion"));
  }

  /** The SIM's number as the stick has it, if it does. */
  String number() throws IOException {
    return session.get("/api/device/information").text("Msisdn");
  }

  Xml monitoring() throws IOException {
    return session.get("/api/monitoring/status");
  }

  static ModemState state(Xml monitoring) {
    // Firmware that does not say so has a SIM: without one it says 255 or 0.
    if (monitoring.number("SimStatus").orElse(SIM_OK) != SIM_OK) {
      return ModemState.REFUSED;
    }
    return monitoring.number("ServiceStatus").orElse(SERVICE_OK) == SERVICE_OK
        ? ModemState.READY
        : ModemState.UNREGISTERED;
  }

  Radio radio(Xml monitoring) {
    Xml signal = optional("/api/device/signal");
    Xml network = optional("/api/net/current-plmn");
    OptionalInt dbm = signal.number("rssi");
    return new Radio(
        dbm.isPresent() ? dbm : signal.number("rsrp"),
        monitoring.number("SignalIcon"),
        registration(monitoring),
        network.text("FullName"),
        network.text("Numeric"),
        technology(monitoring));
  }

  private static Registration registration(Xml monitoring) {
    if (state(monitoring) != ModemState.READY) {
      return Registration.NONE;
    }
    return monitoring.count("RoamingStatus") == 1 ? Registration.ROAMING : Registration.HOME;
  }

  private static String technology(Xml monitoring) {
    if (monitoring.count("CurrentNetworkTypeEx") == 101) {
      return "LTE";
    }
    return switch (monitoring.count("CurrentNetworkType")) {
      case 1, 2, 3 -> "GSM";
      case 4, 5, 6, 7, 8, 9 -> "UMTS";
      case 19 -> "LTE";
      default -> "";
    };
  }

  static SmsStorage storage(Xml counts) {
    int used =
        counts.count("LocalInbox")
            + counts.count("LocalOutbox")
            + counts.count("LocalDraft")
            + counts.count("LocalDeleted");
    return new SmsStorage(used, counts.count("LocalMax"));
  }

  private Xml optional(String path) {
    try {
      return session.get(path);
    } catch (IOException e) {
      return new Xml("");
    }
  }
}
