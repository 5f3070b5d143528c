package io.chasqui.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Whoever calls: keeps cookies, follows no redirects by itself. */
public final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String API = "api/v1";

  private final URI base;
  private final HttpClient http;
  private final Map<String, String> headers;

  /**
   * @param base of the application, with a slash at its end
   */
  public Caller(URI base) {
    this(base, HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), Map.of());
  }

  private Caller(URI base, HttpClient http, Map<String, String> headers) {
    this.base = base;
    this.http = http;
    this.headers = headers;
  }

  public Caller with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new Caller(base, http, all);
  }

  public Caller withBasic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** An answer with its body as text. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(text()))) {
        return reader.readObject();
      }
    }

    public Answer expect(int wanted) {
      if (status() != wanted) {
        throw new AssertionError(
            "%s answered %d instead of %d: %s"
                .formatted(response.request().uri(), status(), wanted, text()));
      }
      return this;
    }
  }

  /**
   * @param path below {@code /api/v1}, with a slash before it
   */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(API + path, "GET", "", "");
  }

  public Answer post(String path, String json) throws IOException, InterruptedException {
    return post(path, "application/json", json);
  }

  public Answer post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(API + path, "POST", type, body);
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return send(API + path, "DELETE", "", "");
  }

  /**
   * @param path below the application, without a slash before it
   */
  public Answer page(String path) throws IOException, InterruptedException {
    return send(path, "GET", "", "");
  }

  public Answer submit(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(path, "POST", "application/x-www-form-urlencoded", body);
  }

  /** Opens a stream; the status and what comes, as it comes. */
  public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private Answer send(String path, String method, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).timeout(PATIENCE).method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::header);
    return request;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
