package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.time.Duration;

/** The records a gateway needs for the scenarios, made through its API. */
record Stage(String plainKey, String pushedKey, String number, String account) {
  static final String PASSWORD = "secret";
  private static final String NUMBER = "+5511999990000";
  private static final String ACCOUNT = "bench";
  private static final Duration BIND = Duration.ofSeconds(30);

  /** One client for REST, one that has a webhook and a number besides, one for SMPP. */
  static Stage set(GatewayApi admin, int smscPort, int sinkPort)
      throws IOException, InterruptedException {
    connect(admin, smscPort);
    String plain = client(admin, "plain");
    String pushed = client(admin, "pushed");
    admin.change(
        "PUT",
        "/clients/" + pushed + "/webhook",
        "{\"url\":\"http://127.0.0.1:%d/\",\"format\":\"standard\"}".formatted(sinkPort));
    admin.change(
        "POST", "/numbers", "{\"number\":\"%s\",\"client_id\":\"%s\"}".formatted(NUMBER, pushed));
    admin.change("POST", "/clients/" + client(admin, "esme") + "/smpp-accounts", accountForm());
    return new Stage(key(admin, plain), key(admin, pushed), NUMBER, ACCOUNT);
  }

  private static void connect(GatewayApi admin, int smscPort)
      throws IOException, InterruptedException {
    admin.change(
        "POST",
        "/connectors",
        """
        {"id":"carrier","kind":"smpp","host":"127.0.0.1","port":%d,"system_id":"chasqui",
         "password":"%s","bind":"transceiver","binds":1,"window":200,"submits_per_second":0,
         "enabled":true}"""
            .formatted(smscPort, PASSWORD));
    admin.change(
        "POST", "/routes", "{\"order\":0,\"kind\":\"default\",\"connectors\":[\"carrier\"]}");
    if (!Scratch.await(BIND, () -> admin.get("/api/v1/connectors/carrier").contains("\"bound\""))) {
      throw new IOException("the connector does not bind");
    }
  }

  private static String client(GatewayApi admin, String name) {
    return admin.make("/clients", "id", "{\"name\":\"%s\"}".formatted(name));
  }

  private static String key(GatewayApi admin, String client) {
    return admin.make(
        "/clients/" + client + "/api-keys",
        "key",
        "{\"name\":\"bench\",\"scopes\":[\"send\",\"read\"],\"messages_per_hour\":0}");
  }

  private static String accountForm() {
    return """
        {"system_id":"%s","password":"%s","allowed_ips":["127.0.0.1/32"],"max_binds":8,
         "window":250,"submits_per_second":0}"""
        .formatted(ACCOUNT, PASSWORD);
  }
}
