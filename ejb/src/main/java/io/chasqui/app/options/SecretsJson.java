package io.chasqui.app.options;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.stream.Collectors;

/** Secrets by the modem's name, as they are before they are encrypted. */
public final class SecretsJson {
  private SecretsJson() {}

  public static String write(Map<String, String> secrets) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    secrets.forEach(json::add);
    return json.build().toString();
  }

  /**
   * @throws UnreadableOptionsException when it is no such document; the message does not show it
   */
  public static Map<String, String> read(String document) {
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      JsonObject json = reader.readObject();
      return json.keySet().stream().collect(Collectors.toMap(name -> name, json::getString));
    } catch (JsonException | IllegalStateException | ClassCastException e) {
      throw new UnreadableOptionsException("the modems' secrets cannot be read");
    }
  }
}
