package io.chasqui.systemtest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The public API, called as any program would; one caller's credentials. */
public final class Api {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final Map<String, String> credentials;

  private Api(URI base, Map<String, String> credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  public static Api anonymous(URI base) {
    return new Api(base, Map.of());
  }

  public static Api administrator(URI base, String password) {
    byte[] pair = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return new Api(
        base, Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  public Api withKey(String key) {
    return new Api(base, Map.of("X-API-Key", key));
  }

  public Api withHeader(String name, String value) {
    Map<String, String> all = new HashMap<>(credentials);
    all.put(name, value);
    return new Api(base, all);
  }

  /** An answer: its status, its headers and its body as text and as JSON. */
  public record Answer(int status, HttpResponse<String> response) {
    public String text() {
      return response.body();
    }

    public JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(text()))) {
        return reader.readObject();
      } catch (RuntimeException e) {
        throw new AssertionError("not a JSON object: " + status + " " + text(), e);
      }
    }

    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError(
            "%s %s answered %d instead of %d: %s"
                .formatted(
                    response.request().method(), response.request().uri(), status, wanted, text()));
      }
      return this;
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, JsonValue body) {
    return send("POST", path, body.toString());
  }

  public Answer post(String path) {
    return send("POST", path, "");
  }

  public Answer postText(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, JsonValue body) {
    return send("PUT", path, body.toString());
  }

  public Answer send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null && !body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    credentials.forEach(request::header);
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
