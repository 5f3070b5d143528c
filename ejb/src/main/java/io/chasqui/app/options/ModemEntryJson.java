package io.chasqui.app.options;

import io.chasqui.domain.link.HilinkVariant;
import io.chasqui.domain.link.HilinkWire;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.operations.ModemEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;

/** One modem: with {@code url} a HiLink stick, else a serial one. */
final class ModemEntryJson {
  private static final int LONGEST = 255;
  private static final int LONGEST_SECRET = 64;
  private static final String USUAL_USER = "admin";

  /** A modem, and its secret if one was given. */
  record Read(ModemEntry entry, Optional<String> secret) {}

  private ModemEntryJson() {}

  static Optional<Read> read(Members modem, String name) {
    SimSettings sim = SimJson.read(modem);
    return modem.has("url") ? hilink(modem, name, sim) : serial(modem, name, sim);
  }

  private static Optional<Read> serial(Members modem, String name, SimSettings sim) {
    Optional<String> port = modem.optionalText("port", LONGEST);
    Optional<String> imei = modem.optionalText("imei", LONGEST);
    Optional<String> imsi = modem.optionalText("imsi", LONGEST);
    int baud = modem.number("baud", SerialWire.USUAL_BAUD, 300, 4_000_000);
    Optional<String> pin = modem.optionalText("pin", LONGEST_SECRET);
    return modem
        .build("port", () -> new SerialWire(port, imei, imsi, Optional.empty(), baud))
        .filter(wire -> pin.isEmpty() || modem.build("pin", () -> fits(wire, pin)).isPresent())
        .map(wire -> new Read(new ModemEntry(name, wire, Optional.empty(), sim), pin));
  }

  private static SerialWire fits(SerialWire wire, Optional<String> pin) {
    return wire.withPin(pin.orElseThrow());
  }

  private static Optional<Read> hilink(Members modem, String name, SimSettings sim) {
    HilinkVariant variant = Words.read(modem, "variant", HilinkVariant.class, HilinkVariant.AUTO);
    Optional<String> password = modem.optionalText("password", LONGEST_SECRET);
    Optional<String> user =
        modem.optionalText("user", LONGEST_SECRET).or(() -> password.map(given -> USUAL_USER));
    return modem
        .read("url", LONGEST, url -> new HilinkWire(URI.create(url), Optional.empty(), variant))
        .map(wire -> new Read(new ModemEntry(name, wire, user, sim), password));
  }

  static JsonObject write(ModemEntry modem) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (modem.wire() instanceof SerialWire serial) {
      serial.port().ifPresent(port -> json.add("port", port));
      serial.imei().ifPresent(imei -> json.add("imei", imei));
      serial.imsi().ifPresent(imsi -> json.add("imsi", imsi));
      json.add("baud", serial.baud());
    } else if (modem.wire() instanceof HilinkWire hilink) {
      json.add("url", hilink.url().toString()).add("variant", Words.of(hilink.variant()));
      modem.user().ifPresent(user -> json.add("user", user));
    }
    SimJson.write(json, modem.sim());
    return json.build();
  }
}
