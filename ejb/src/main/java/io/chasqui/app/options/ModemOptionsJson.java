package io.chasqui.app.options;

import io.chasqui.app.options.ModemEntryJson.Read;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.PoolSettings;
import io.chasqui.domain.operations.ModemEntry;
import io.chasqui.domain.operations.ModemOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code modems}, or one modem's own members, and {@code pool}. */
public final class ModemOptionsJson {
  private static final int MOST = 64;

  private ModemOptionsJson() {}

  /** One modem without a list is named as its connector. */
  public static ModemForm read(Members members, ConnectorId id) {
    PoolSettings pool = members.object("pool").map(PoolJson::read).orElse(PoolSettings.STANDARD);
    List<Optional<Read>> modems = new ArrayList<>();
    if (members.has("modems")) {
      members
          .objects("modems", MOST)
          .ifPresent(list -> list.forEach(each -> modems.add(named(each))));
    } else {
      modems.add(ModemEntryJson.read(members, id.value()));
    }
    return form(members, pool, modems.stream().flatMap(Optional::stream).toList());
  }

  private static Optional<Read> named(Members modem) {
    Optional<String> name = Required.read(modem, "name", MOST, text -> text);
    return name.flatMap(text -> ModemEntryJson.read(modem, text));
  }

  private static ModemForm form(Members members, PoolSettings pool, List<Read> modems) {
    Map<String, String> secrets = new HashMap<>();
    List<ModemEntry> entries = new ArrayList<>();
    for (Read modem : modems) {
      if (entries.stream().anyMatch(each -> each.name().equals(modem.entry().name()))) {
        members.wrong("modems", "two are named '%s'".formatted(modem.entry().name()));
      }
      entries.add(modem.entry());
      modem.secret().ifPresent(secret -> secrets.put(modem.entry().name(), secret));
    }
    return new ModemForm(new ModemOptions(pool, entries), secrets);
  }

  /** Always as a list; without secrets. */
  public static JsonObject write(ModemOptions options) {
    return Json.createObjectBuilder()
        .add("modems", Lists.json(options.modems(), ModemOptionsJson::named))
        .add("pool", PoolJson.write(options.pool()))
        .build();
  }

  private static JsonObject named(ModemEntry modem) {
    return Json.createObjectBuilder()
        .add("name", modem.name())
        .addAll(Json.createObjectBuilder(ModemEntryJson.write(modem)))
        .build();
  }

  /** As it was given: one modem named as its connector has no list. */
  public static JsonObject write(ModemOptions options, ConnectorId id) {
    boolean alone =
        options.modems().size() == 1 && options.modems().get(0).name().equals(id.value());
    if (!alone) {
      return write(options);
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder(ModemEntryJson.write(options.modems().get(0)));
    return json.add("pool", PoolJson.write(options.pool())).build();
  }
}
