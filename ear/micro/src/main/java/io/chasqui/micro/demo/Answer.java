package io.chasqui.micro.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;

/** What the gateway answered to one request. */
record Answer(String request, int status, String body) {
  /**
   * @throws DemoFailure with the gateway's own explanation, when the status is not one of these
   */
  Answer expect(Integer... statuses) {
    if (!List.of(statuses).contains(status)) {
      throw new DemoFailure(request + " was answered " + status + ": " + explanation());
    }
    return this;
  }

  boolean is(int expected) {
    return status == expected;
  }

  JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new DemoFailure(request + " was not answered with JSON: " + explanation());
    }
  }

  /** The objects of a list, {@code {"data":[...]}}. */
  Stream<JsonObject> data() {
    return json().getJsonArray("data").stream().map(JsonValue::asJsonObject);
  }

  private String explanation() {
    String line = body.replaceAll("\\s+", " ").strip();
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
