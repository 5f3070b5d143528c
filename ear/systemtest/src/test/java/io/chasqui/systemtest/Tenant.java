package io.chasqui.systemtest;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;

import io.chasqui.simulator.Simulator;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A client of the gateway with its key, a number and a webhook, made through the public API. */
final class Tenant {
  private static final AtomicInteger NUMBERS =
      new AtomicInteger((int) (System.nanoTime() % 90_000) + 1000);

  private final Api admin;
  private final String id;
  private final Api api;
  private final String number;

  private Tenant(Api admin, String id, Api api, String number) {
    this.admin = admin;
    this.id = id;
    this.api = api;
    this.number = number;
  }

  static Tenant create(Api admin) {
    String id =
        admin
            .post("/api/v1/clients", createObjectBuilder().add("name", "Tenant").build())
            .expect(201)
            .json()
            .getString("id");
    JsonObject key =
        admin
            .post(
                "/api/v1/clients/" + id + "/api-keys",
                createObjectBuilder()
                    .add("name", "test")
                    .add("scopes", createArrayBuilder().add("send").add("read"))
                    .add("messages_per_hour", 0)
                    .build())
            .expect(201)
            .json();
    String number = freshNumber();
    admin
        .post(
            "/api/v1/numbers",
            createObjectBuilder().add("number", number).add("client_id", id).build())
        .expect(201);
    return new Tenant(admin, id, admin.withKey(key.getString("key")), number);
  }

  /** A number nobody has used before. */
  static String freshNumber() {
    return "+5511%09d".formatted(900_000_000 + NUMBERS.incrementAndGet());
  }

  /** Has the gateway tell {@code receiver}; answers the signing secret. */
  String webhook(WebhookReceiver receiver) {
    return admin
        .put(
            "/api/v1/clients/" + id + "/webhook",
            createObjectBuilder().add("url", receiver.url()).add("format", "standard").build())
        .expect(200)
        .json()
        .getString("secret");
  }

  /** Routes everything to a connector bound to the simulator. */
  static void connect(Api admin, String connector, Simulator simulator) {
    admin
        .post(
            "/api/v1/connectors",
            createObjectBuilder()
                .add("id", connector)
                .add("kind", "smpp")
                .add("host", "127.0.0.1")
                .add("port", simulator.port())
                .add("system_id", "chasqui")
                .add("password", "secret")
                .add("bind", "transceiver")
                .add("binds", 1)
                .add("window", 50)
                .add("submits_per_second", 0)
                .add("enabled", true)
                .build())
        .expect(201);
    awaitState(admin, connector, "bound");
    route(admin, connector);
  }

  static void route(Api admin, String connector) {
    int status =
        admin
            .post(
                "/api/v1/routes",
                createObjectBuilder()
                    .add("order", 0)
                    .add("kind", "default")
                    .add("connectors", createArrayBuilder().add(connector))
                    .build())
            .status();
    if (status != 201 && status != 200) {
      throw new AssertionError("default route: " + status);
    }
  }

  static void awaitState(Api admin, String connector, String... states) {
    Awaitility.await(connector + " is " + String.join(" or ", states))
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> List.of(states).contains(state(admin, connector)));
  }

  static String state(Api admin, String connector) {
    return admin.get("/api/v1/connectors/" + connector).expect(200).json().getString("state");
  }

  JsonObject message(String to, String text) {
    return createObjectBuilder().add("from", number).add("to", to).add("text", text).build();
  }

  /** Sends and answers the message's id. */
  String send(String to, String text) {
    return api.post("/api/v1/messages", message(to, text)).expect(202).json().getString("id");
  }

  /** Sends under an Idempotency-Key. */
  Api.Answer send(String key, String to, String text) {
    return api.withHeader("Idempotency-Key", key).post("/api/v1/messages", message(to, text));
  }

  JsonObject find(String messageId) {
    return api.get("/api/v1/messages/" + messageId).expect(200).json();
  }

  JsonObject awaitStatus(String messageId, String... statuses) {
    List<String> wanted = List.of(statuses);
    Awaitility.await(messageId + " is " + wanted)
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> wanted.contains(find(messageId).getString("status")));
    return find(messageId);
  }

  String id() {
    return id;
  }

  Api api() {
    return api;
  }

  String number() {
    return number;
  }
}
