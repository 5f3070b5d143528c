package io.chasqui.app.options;

import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.link.SmppVersion;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.operations.BindOptions;
import io.chasqui.domain.operations.SmppOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** All further settings, each left out having its default. */
public final class SmppOptionsJson {
  private static final int LONGEST_RANGE = 40;
  private static final int LONGEST_VERSION = 3;

  private SmppOptionsJson() {}

  public static SmppOptions read(Members members) {
    return new SmppOptions(
        members.object("tls").map(TlsJson::read),
        bind(members),
        members.object("timers").map(TimersJson::read).orElse(SmppTimers.STANDARD),
        members.object("submit").map(SubmitJson::read).orElse(SubmitSettings.STANDARD),
        StatusesJson.read(members, "statuses"),
        ReceiptsJson.read(members));
  }

  private static BindOptions bind(Members members) {
    return new BindOptions(
        members
            .read("interface_version", LONGEST_VERSION, SmppOptionsJson::version)
            .orElse(SmppVersion.V3_4),
        NumberingJson.read(members, "address").orElse(Numbering.UNKNOWN),
        members.optionalText("address_range", LONGEST_RANGE).orElse(""));
  }

  private static SmppVersion version(String text) {
    return switch (text) {
      case "3.4" -> SmppVersion.V3_4;
      case "5.0" -> SmppVersion.V5_0;
      default -> throw new IllegalArgumentException("must be one of 3.4, 5.0");
    };
  }

  private static String text(SmppVersion version) {
    return switch (version) {
      case V3_4 -> "3.4";
      case V5_0 -> "5.0";
    };
  }

  public static JsonObject write(SmppOptions options) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    options
        .tls()
        .ifPresentOrElse(tls -> json.add("tls", TlsJson.write(tls)), () -> json.addNull("tls"));
    json.add("interface_version", text(options.bind().version()));
    NumberingJson.write(json, "address", options.bind().addresses());
    json.add("address_range", options.bind().addressRange())
        .add("timers", TimersJson.write(options.timers()))
        .add("submit", SubmitJson.write(options.submits()))
        .add("statuses", StatusesJson.write(options.statuses()));
    ReceiptsJson.write(json, options.receipts());
    return json.build();
  }
}
