package io.chasqui.micro.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The demonstration's records, made or brought up to date: a second run finds the first one's. */
final class SampleData {
  static final String CONNECTOR = "demo-smsc";
  static final String NUMBER = "+5511999990000";
  static final String SYSTEM_ID = "demo";
  static final String PASSWORD = "demo";
  private static final String CLIENT = "Demo";
  private static final String KEY = "demo";

  private final GatewayApi admin;

  SampleData(GatewayApi admin) {
    this.admin = admin;
  }

  /** The client's id. */
  String client() throws InterruptedException {
    Optional<String> known =
        admin
            .get("/clients?limit=100")
            .expect(200)
            .data()
            .filter(client -> CLIENT.equals(client.getString("name", "")))
            .map(client -> client.getString("id"))
            .findFirst();
    return known.isPresent()
        ? known.get()
        : admin.post("/clients", named(CLIENT)).expect(201).json().getString("id");
  }

  /** A new key: the gateway shows a key once only, so an earlier run's is of no use. */
  String apiKey(String client) throws InterruptedException {
    String keys = "/clients/" + client + "/api-keys";
    Answer known = admin.get(keys).expect(200);
    for (JsonObject key : known.data().filter(SampleData::isOurs).toList()) {
      admin.delete(keys + "/" + key.getString("id")).expect(200, 204, 404);
    }
    JsonObject wanted =
        Json.createObjectBuilder(named(KEY))
            .add("scopes", Json.createArrayBuilder().add("send").add("read"))
            .add("messages_per_hour", 0)
            .build();
    return admin.post(keys, wanted).expect(201).json().getString("key");
  }

  private static boolean isOurs(JsonObject key) {
    return KEY.equals(key.getString("name", ""))
        && (!key.containsKey("revoked_at") || key.isNull("revoked_at"));
  }

  void number(String client) throws InterruptedException {
    JsonObject wanted =
        Json.createObjectBuilder().add("number", NUMBER).add("client_id", client).build();
    admin.post("/numbers", wanted).expect(201, 409);
  }

  void webhook(String client, WebhookReceiver receiver) throws InterruptedException {
    JsonObject wanted =
        Json.createObjectBuilder()
            .add("url", receiver.url())
            .add("secret", receiver.secret().text())
            .add("format", "standard")
            .build();
    admin.put("/clients/" + client + "/webhook", wanted).expect(200, 201);
  }

  /**
   * @param port where the simulator listens
   */
  void connector(int port) throws InterruptedException {
    JsonObject wanted =
        Json.createObjectBuilder()
            .add("id", CONNECTOR)
            .add("kind", "smpp")
            .add("host", "127.0.0.1")
            .add("port", port)
            .add("system_id", SYSTEM_ID)
            .add("password", PASSWORD)
            .add("bind", "transceiver")
            .add("binds", 1)
            .add("window", 50)
            .add("submits_per_second", 0)
            .add("enabled", true)
            .build();
    if (admin.post("/connectors", wanted).expect(201, 409).is(409)) {
      admin.put("/connectors/" + CONNECTOR, wanted).expect(200);
    }
    admin.post("/connectors/" + CONNECTOR + "/start").expect(200, 202, 204);
  }

  void defaultRoute() throws InterruptedException {
    JsonObject wanted =
        Json.createObjectBuilder()
            .add("order", 0)
            .add("kind", "default")
            .add("connectors", Json.createArrayBuilder().add(CONNECTOR))
            .build();
    admin.post("/routes", wanted).expect(200, 201);
  }

  /** As the connector says, such as "bound". */
  String connectorState() throws InterruptedException {
    return admin.get("/connectors/" + CONNECTOR).expect(200).json().getString("state", "unknown");
  }

  /** Once the simulator is gone, nobody need try to reach it. */
  void stopConnector() throws InterruptedException {
    admin.post("/connectors/" + CONNECTOR + "/stop");
  }

  private static JsonObject named(String name) {
    return Json.createObjectBuilder().add("name", name).build();
  }
}
