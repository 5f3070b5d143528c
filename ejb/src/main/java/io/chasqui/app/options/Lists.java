package io.chasqui.app.options;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.function.Function;

/** Lists of objects. */
final class Lists {
  private Lists() {}

  static <T> JsonArray json(Collection<T> items, Function<T, JsonObject> writing) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    items.forEach(item -> list.add(writing.apply(item)));
    return list.build();
  }
}
