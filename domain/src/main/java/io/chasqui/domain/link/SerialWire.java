package io.chasqui.domain.link;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A modem that speaks AT commands on a serial port, found by the port's path, or on any port by
 * what it says of itself; at least one is given. With several, the modem at the path must be the
 * one.
 *
 * @param port path, 1-255 characters, best the one under {@code /dev/serial/by-id}
 * @param imei 15 digits (3GPP TS 23.003, 6)
 * @param imsi 6-15 digits (3GPP TS 23.003, 2)
 * @param pin of the SIM, 4-8 digits (3GPP TS 31.101, 9.5.1)
 * @param baud 300-4000000
 */
public record SerialWire(
    Optional<String> port,
    Optional<String> imei,
    Optional<String> imsi,
    Optional<String> pin,
    int baud)
    implements ModemWire {
  public static final int USUAL_BAUD = 115_200;
  private static final Pattern IMEI = Pattern.compile("[0-9]{15}");
  private static final Pattern IMSI = Pattern.compile("[0-9]{6,15}");
  private static final Pattern PIN = Pattern.compile("[0-9]{4,8}");

  public SerialWire {
    Objects.requireNonNull(pin);
    if (port.isEmpty() && imei.isEmpty() && imsi.isEmpty()) {
      throw new IllegalArgumentException("a serial modem needs its port, imei or imsi");
    }
    if (port.filter(path -> path.isBlank() || path.length() > 255).isPresent()) {
      throw new IllegalArgumentException("port must be the path of a device, 1-255 characters");
    }
    require(imei, IMEI, "imei '%s' must have 15 digits");
    require(imsi, IMSI, "imsi '%s' must have 6-15 digits");
    if (pin.filter(digits -> !PIN.matcher(digits).matches()).isPresent()) {
      throw new IllegalArgumentException("pin must have 4-8 digits");
    }
    if (baud < 300 || baud > 4_000_000) {
      throw new IllegalArgumentException("baud must be 300-4000000, not " + baud);
    }
  }

  private static void require(Optional<String> value, Pattern shape, String complaint) {
    value
        .filter(text -> !shape.matcher(text).matches())
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(complaint.formatted(text));
            });
  }

  public static SerialWire at(String port) {
    return new SerialWire(
        Optional.of(port), Optional.empty(), Optional.empty(), Optional.empty(), USUAL_BAUD);
  }

  public SerialWire withPin(String digits) {
    return new SerialWire(port, imei, imsi, Optional.of(digits), baud);
  }

  @Override
  public String device() {
    return port.or(() -> imei.map("IMEI "::concat)).orElseGet(() -> "IMSI " + imsi.orElseThrow());
  }

  /** Without the PIN. */
  @Override
  public String toString() {
    return device();
  }
}
