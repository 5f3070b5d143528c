package io.chasqui.web.api.connectors;

import io.chasqui.app.options.Words;
import io.chasqui.domain.modem.ModemCounts;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.Radio;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.OptionalInt;

/** Modems in JSON. */
final class ModemsJson {
  private ModemsJson() {}

  /** What a connector shows of its modems: of one alone its signal, operator and registration. */
  static JsonObjectBuilder summary(List<ModemReport> modems) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (modems.size() == 1) {
      json.addAll(radio(modems.get(0).status().radio()));
    }
    JsonArrayBuilder states = Json.createArrayBuilder();
    for (ModemReport modem : modems) {
      states.add(
          Json.createObjectBuilder()
              .add("name", modem.name())
              .add("state", Words.of(modem.status().state()))
              .addAll(radio(modem.status().radio())));
    }
    return json.add("modem_states", states);
  }

  static JsonObject json(ModemReport modem) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", modem.name())
            .add("device", modem.device())
            .add("state", Words.of(modem.status().state()))
            .add("detail", modem.status().detail())
            .add("since", modem.status().since().toString())
            .add("duty", Words.of(modem.duty()))
            .add("breaker", Words.of(modem.breaker()))
            .add("hold", modem.hold())
            .add("in_hand", modem.load())
            .addAll(radio(modem.status().radio()));
    identity(json, modem);
    counts(json, modem.counts());
    return json.build();
  }

  private static void identity(JsonObjectBuilder json, ModemReport modem) {
    json.add("imei", modem.status().identity().imei())
        .add("imsi", modem.status().identity().imsi())
        .add("model", modem.status().identity().model())
        .add("firmware", modem.status().identity().firmware())
        .add("storage_used", modem.status().storage().used())
        .add("storage_total", modem.status().storage().total());
  }

  private static void counts(JsonObjectBuilder json, ModemCounts counts) {
    json.add("sent_today", counts.today())
        .add("sent_this_month", counts.thisMonth())
        .add("sent", counts.sent())
        .add("failed", counts.failed())
        .add("in_doubt", counts.inDoubt());
  }

  private static JsonObjectBuilder radio(Radio radio) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    number(json, "signal_dbm", radio.dbm());
    number(json, "signal", radio.bars());
    return json.add("operator", radio.operator())
        .add("network", radio.network())
        .add("technology", radio.technology())
        .add("registration", Words.of(radio.registration()));
  }

  private static void number(JsonObjectBuilder json, String name, OptionalInt value) {
    if (value.isPresent()) {
      json.add(name, value.getAsInt());
    } else {
      json.addNull(name);
    }
  }
}
