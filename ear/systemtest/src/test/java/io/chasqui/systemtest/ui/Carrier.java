package io.chasqui.systemtest.ui;

import static jakarta.json.Json.createObjectBuilder;

import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.Tenant;
import jakarta.json.JsonObject;
import java.io.IOException;

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
    Tenant.connect(admin, CONNECTOR, smsc);
    return new Carrier(admin, smsc, Tenant.create(admin).api());
  }

  String state() {
    return Tenant.state(admin, CONNECTOR);
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
}
