package io.chasqui.web.api.connectors;

import io.chasqui.app.operations.ConnectorOrder;
import io.chasqui.app.options.ModemForm;
import io.chasqui.app.options.ModemOptionsJson;
import io.chasqui.app.options.SmppOptionsJson;
import io.chasqui.app.options.StoredOptions;
import io.chasqui.app.options.UnreadableOptionsException;
import io.chasqui.app.options.Words;
import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.operations.SmppEndpoint;
import io.chasqui.domain.operations.SmppOptions;
import io.chasqui.web.api.input.Fields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** A connector in JSON. */
final class ConnectorForm {
  private static final int LONGEST_PASSWORD = 64;

  private ConnectorForm() {}

  static ConnectorOrder read(Fields fields) {
    ConnectorId id = fields.readRequired("id", 64, ConnectorId::of);
    return order(id, fields);
  }

  /** A change: the path names it, the body may repeat the name. */
  static ConnectorOrder read(ConnectorId id, Fields fields) {
    Optional<String> repeated = fields.optionalText("id", 64);
    repeated
        .filter(text -> !text.equals(id.value()))
        .ifPresent(text -> fields.wrong("id", "cannot be changed"));
    return order(id, fields);
  }

  static JsonObject write(Connector connector, LinkStatus status, long waiting) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", connector.id().value())
            .add("kind", Words.of(connector.kind()));
    if (connector.kind() == ConnectorKind.SMPP) {
      SmppEndpoint smpp = connector.endpoint();
      json.add("host", smpp.host())
          .add("port", smpp.port())
          .add("system_id", smpp.systemId())
          .add("system_type", smpp.systemType())
          .add("bind", Words.of(smpp.bind()))
          .add("binds", smpp.binds())
          .add("window", smpp.window())
          .add("submits_per_second", smpp.submitsPerSecond())
          .addAll(options(connector));
    } else {
      json.addAll(modems(connector));
    }
    return json.add("on_unknown", Words.of(connector.onUnknown()))
        .add("enabled", connector.isEnabled())
        .add("state", Words.of(status.state()))
        .add("detail", status.detail())
        .add("bound", status.boundSessions())
        .add("in_flight", status.inFlight())
        .add("waiting", waiting)
        .add("created_at", connector.createdAt().toString())
        .build();
  }

  /** Left out when they cannot be read: the connector's state says why. */
  private static JsonObjectBuilder options(Connector connector) {
    try {
      SmppOptions options =
          connector.options().map(StoredOptions::decode).orElse(SmppOptions.STANDARD);
      return Json.createObjectBuilder(SmppOptionsJson.write(options));
    } catch (UnreadableOptionsException e) {
      return Json.createObjectBuilder();
    }
  }

  private static JsonObjectBuilder modems(Connector connector) {
    try {
      return connector
          .options()
          .map(document -> StoredOptions.decodeModems(connector.id(), document))
          .map(options -> ModemOptionsJson.write(options, connector.id()))
          .map(Json::createObjectBuilder)
          .orElseGet(Json::createObjectBuilder);
    } catch (UnreadableOptionsException e) {
      return Json.createObjectBuilder();
    }
  }

  private static ConnectorOrder order(ConnectorId id, Fields fields) {
    ConnectorKind kind = choice(fields, "kind", ConnectorKind.class, null);
    boolean enabled = fields.flag("enabled", true);
    OnUnknown onUnknown = choice(fields, "on_unknown", OnUnknown.class, OnUnknown.KEEP);
    if (kind == null) {
      fields.checkSoFar();
    }
    return kind == ConnectorKind.SMPP
        ? smpp(id, fields, enabled, onUnknown)
        : modem(id, kind, fields, enabled, onUnknown);
  }

  private static ConnectorOrder smpp(
      ConnectorId id, Fields fields, boolean enabled, OnUnknown onUnknown) {
    String host = fields.text("host", 255);
    int port = fields.number("port", 1, 65535);
    String systemId = fields.text("system_id", 15);
    Optional<String> password = fields.optionalText("password", LONGEST_PASSWORD);
    String systemType = fields.optionalText("system_type", 12).orElse("");
    BindType bind = choice(fields, "bind", BindType.class, BindType.TRANSCEIVER);
    int binds = fields.number("binds", 1, 1, 50);
    int window = fields.number("window", 50, 1, 1000);
    int rate = fields.number("submits_per_second", 0, 0, 100_000);
    SmppOptions options = SmppOptionsJson.read(fields);
    fields.check();
    return new ConnectorOrder.Smpp(
        id,
        new SmppEndpoint(host, port, systemId, systemType, bind, binds, window, rate),
        options,
        password,
        enabled,
        onUnknown);
  }

  private static ConnectorOrder modem(
      ConnectorId id, ConnectorKind kind, Fields fields, boolean enabled, OnUnknown onUnknown) {
    if (kind == ConnectorKind.HILINK && !fields.has("url")) {
      fields.wrong("url", "is missing");
      fields.checkSoFar();
    }
    ModemForm modems = ModemOptionsJson.read(fields, id);
    fields.check();
    return new ConnectorOrder.Modem(
        id, kind, modems.options(), modems.secrets(), enabled, onUnknown);
  }

  /** One of an enum's words; without a substitute a missing field is wrong. */
  private static <E extends Enum<E>> E choice(
      Fields fields, String name, Class<E> type, E substitute) {
    if (substitute == null && !fields.has(name)) {
      fields.wrong(name, "is missing");
    }
    return Words.read(fields, name, type, substitute);
  }
}
