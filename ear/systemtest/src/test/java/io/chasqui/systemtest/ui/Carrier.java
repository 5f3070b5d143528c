package io.chasqui.systemtest.ui;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;

import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.systemtest.Api;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A carrier with a connector to it, and a client whose messages go there. */
final class Carrier implements AutoCloseable {
  static final String CONNECTOR = "status-page";

  private final Api admin;
  private final Simulator smsc;
  private final Api client;

  private Carrier(Api admin, Simulator smsc, Api client) {
    this.admin = admin;
    this.smsc = smsc;
    this.client = client;
  }

  static Carrier connect(Api admin) throws IOException {
    Simulator smsc =
        Simulator.start(
            SimulatorOptions.builder().port(0).systemId("chasqui").password("secret").build());
    admin.post("/api/v1/connectors", connector(smsc.port())).expect(201);
    admin.post(
        "/api/v1/routes",
        createObjectBuilder()
            .add("order", 0)
            .add("kind", "default")
            .add("connectors", createArrayBuilder().add(CONNECTOR))
            .build());
    Carrier carrier = new Carrier(admin, smsc, client(admin));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> carrier.state().equals("bound"));
    return carrier;
  }

  String state() {
    return admin.get("/api/v1/connectors/" + CONNECTOR).expect(200).json().getString("state");
  }

  /** Sends a message and answers its id. */
  String send(String text) {
    JsonObject message =
        createObjectBuilder()
            .add("from", "Chasqui")
            .add("to", "+5511987654321")
            .add("text", text)
            .build();
    return client.post("/api/v1/messages", message).expect(202).json().getString("id");
  }

  @Override
  public void close() {
    admin.post("/api/v1/connectors/" + CONNECTOR + "/stop").expect(200);
    smsc.close();
  }

  private static JsonObject connector(int port) {
    return createObjectBuilder()
        .add("id", CONNECTOR)
        .add("kind", "smpp")
        .add("host", "127.0.0.1")
        .add("port", port)
        .add("system_id", "chasqui")
        .add("password", "secret")
        .add("bind", "transceiver")
        .add("binds", 1)
        .add("window", 50)
        .add("submits_per_second", 0)
        .add("enabled", true)
        .build();
  }

  private static Api client(Api admin) {
    String id =
        admin
            .post("/api/v1/clients", createObjectBuilder().add("name", "Status page").build())
            .expect(201)
            .json()
            .getString("id");
    JsonObject key =
        createObjectBuilder()
            .add("name", "test")
            .add("scopes", createArrayBuilder().add("send").add("read"))
            .add("messages_per_hour", 0)
            .build();
    return admin.withKey(
        admin.post("/api/v1/clients/" + id + "/api-keys", key).expect(201).json().getString("key"));
  }
}
