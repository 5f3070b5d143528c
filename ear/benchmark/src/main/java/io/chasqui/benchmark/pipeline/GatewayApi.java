package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the gateway's API as it takes to set the stage. */
final class GatewayApi {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String base;
  private final String authorization;

  private GatewayApi(int port, String authorization) {
    this.base = "http://127.0.0.1:" + port;
    this.authorization = authorization;
  }

  static GatewayApi anonymous(int port) {
    return new GatewayApi(port, "none");
  }

  static GatewayApi administrator(int port, String password) {
    byte[] pair = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return new GatewayApi(port, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  boolean isThere(String path) {
    try {
      return send("GET", path, "").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** What a path answers, whatever its status. */
  String get(String path) {
    return send("GET", path, "").body();
  }

  /** Makes something; answers the member of that name it was given. */
  String make(String path, String member, String json) {
    String answer = change("POST", path, json);
    Matcher found = Pattern.compile('"' + member + "\":\"([^\"]*)\"").matcher(answer);
    return found.find() ? found.group(1) : "";
  }

  /**
   * @throws IllegalStateException when it is refused
   */
  String change(String method, String path, String json) {
    HttpResponse<String> answer = send(method, "/api/v1" + path, json);
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
