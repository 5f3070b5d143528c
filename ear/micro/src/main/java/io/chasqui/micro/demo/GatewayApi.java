package io.chasqui.micro.demo;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The public REST API as one caller uses it: the administrator, or a client by its key. */
final class GatewayApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final String base;
  private final String header;
  private final String credential;

  private GatewayApi(HttpClient http, String base, String header, String credential) {
    this.http = http;
    this.base = base;
    this.header = header;
    this.credential = credential;
  }

  static GatewayApi asAdministrator(String gateway, String password) {
    String basic =
        Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    return new GatewayApi(
        HttpClient.newHttpClient(), gateway + "/api/v1", "Authorization", "Basic " + basic);
  }

  GatewayApi asClient(String key) {
    return new GatewayApi(http, base, "X-API-Key", key);
  }

  Answer get(String path) throws InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) throws InterruptedException {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer post(String path) throws InterruptedException {
    return send("POST", path, BodyPublishers.noBody());
  }

  Answer post(String path, JsonObject body) throws InterruptedException {
    return send("POST", path, BodyPublishers.ofString(body.toString()));
  }

  Answer put(String path, JsonObject body) throws InterruptedException {
    return send("PUT", path, BodyPublishers.ofString(body.toString()));
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header(header, credential)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/problem+json")
            .method(method, body)
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(method + " " + path, response.statusCode(), response.body());
    } catch (IOException e) {
      throw new DemoFailure(method + " " + path + " got no answer: " + e.getMessage());
    }
  }
}
