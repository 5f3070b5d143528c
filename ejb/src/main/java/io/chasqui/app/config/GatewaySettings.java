package io.chasqui.app.config;

import io.chasqui.domain.admission.IpNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The {@code chasqui.*} settings, as they were at the start.
 *
 * @param home directory of everything the gateway keeps
 * @param database empty: the embedded one
 * @param broker empty: the embedded one
 * @param adminPassword empty: generated at the first start
 * @param egressAllow networks that webhooks may reach besides public ones
 * @param receiptsWait how long a receipt waits for the message it names, and, after its validity, a
 *     message for its receipt; positive
 * @param esmeRetention how long a delivery waits for an ESME that is not there; positive
 */
public record GatewaySettings(
    Path home,
    Endpoint http,
    SmppPorts smpp,
    Optional<ServerAddress> database,
    Optional<ServerAddress> broker,
    Optional<String> adminPassword,
    List<IpNetwork> egressAllow,
    Duration receiptsWait,
    Duration esmeRetention) {

  /**
   * @param source value of a setting by its name; empty when unset
   * @throws InvalidSettingException naming the first setting that cannot be used
   */
  public static GatewaySettings of(Function<String, Optional<String>> source) {
    SettingsReader reader = new SettingsReader(source);
    return new GatewaySettings(
        reader.path("chasqui.home", "./var"),
        reader.endpoint("chasqui.http", 8080),
        SmppPorts.read(reader),
        reader.server("chasqui.db", "jdbc:mariadb:"),
        reader.server("chasqui.broker", "tcp:", "ssl:"),
        reader.password("chasqui.admin.password"),
        reader.networks("chasqui.egress.allow"),
        reader.duration("chasqui.receipts.wait", Duration.ofHours(72)),
        reader.duration("chasqui.esme.retention", Duration.ofDays(7)));
  }

  /** Where keys are kept that nobody may read but the gateway. */
  public Path keys() {
    return home.resolve("keys");
  }

  @Override
  public String toString() {
    return "home %s, http %s, smpp %s".formatted(home, http, smpp);
  }
}
