package io.chasqui.simulator;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A JSON answer. */
record HttpAnswer(int status, JsonValue body) {

  static HttpAnswer ok(JsonValue body) {
    return new HttpAnswer(200, body);
  }

  static HttpAnswer of(String name, int value) {
    return ok(new JsonObject().add(name, value));
  }

  static HttpAnswer error(int status, String reason) {
    return new HttpAnswer(status, new JsonObject().add("error", reason));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
