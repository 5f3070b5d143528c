package io.chasqui.systemtest.soak;

import static jakarta.json.Json.createObjectBuilder;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.simulator.SimulatorOptionsBuilder;
import io.chasqui.systemtest.Api;
import io.chasqui.systemtest.ExternalArtemis;
import io.chasqui.systemtest.ExternalMariaDb;
import io.chasqui.systemtest.MicroGateway;
import io.chasqui.systemtest.Tenant;
import io.chasqui.systemtest.WebhookReceiver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A gateway, its database and its broker, each a process, and the peers on both sides. */
final class World implements AutoCloseable {
  static final String WELL = "well";
  static final String UNWELL = "unwell";
  static final int WINDOW = 50;

  /** Long enough for both logs to keep all. */
  private static final int LOG = 10_000_000;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ExternalMariaDb database = ExternalMariaDb.create();
  private final ExternalArtemis broker = ExternalArtemis.create();
  private final Simulator carrier = Simulator.start(carrierOptions(200).build());
  private final Simulator unwell =
      Simulator.start(carrierOptions(10_000).neverAnswerRate(0.1).build());
  private final WebhookReceiver receiver = new WebhookReceiver();
  private final MicroGateway gateway;
  private final Tenant tenant;

  World() throws Exception {
    Map<String, String> settings = new HashMap<>(database.gatewaySettings());
    settings.put("CHASQUI_BROKER_URL", broker.url());
    settings.put("CHASQUI_BROKER_USER", ExternalArtemis.USER);
    settings.put("CHASQUI_BROKER_PASSWORD", ExternalArtemis.PASSWORD);
    gateway = MicroGateway.start(settings);
    Api admin = gateway.admin();
    tenant = Tenant.create(admin);
    tenant.webhook(receiver);
    connect(admin, UNWELL, unwell);
    connect(admin, WELL, carrier);
    routeBy(WELL);
  }

  private static SimulatorOptionsBuilder carrierOptions(int slowestAnswerMillis) {
    return SimulatorOptions.builder()
        .systemId("chasqui")
        .password("secret")
        .answerDelay(Delay.between(0, slowestAnswerMillis))
        .receiptDelay(Delay.between(0, 500))
        .logLimit(LOG);
  }

  private static void connect(Api admin, String id, Simulator carrier) {
    admin
        .post(
            "/api/v1/connectors",
            createObjectBuilder()
                .add("id", id)
                .add("kind", "smpp")
                .add("host", "127.0.0.1")
                .add("port", carrier.port())
                .add("system_id", "chasqui")
                .add("password", "secret")
                .add("window", WINDOW)
                .add("timers", createObjectBuilder().add("response_seconds", 5))
                .add("enabled", true)
                .build())
        .expect(201);
    Tenant.awaitState(admin, id, "bound");
  }

  void routeBy(String connector) throws Exception {
    Tenant.route(gateway.admin(), connector);
  }

  void awaitReady() {
    Awaitility.await("ready again")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(this::isReady);
  }

  private boolean isReady() {
    try {
      return Api.anonymous(gateway.baseUri()).get("/health/ready").status() == 200;
    } catch (RuntimeException gone) {
      return false;
    }
  }

  /** Until the carrier has got so many more. */
  void awaitSubmits(Simulator by, int more) {
    long wanted = by.log().counters().submits() + more;
    Awaitility.await("%d more submits".formatted(more))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> by.log().counters().submits() >= wanted);
  }

  MicroGateway gateway() {
    return gateway;
  }

  ExternalMariaDb database() {
    return database;
  }

  ExternalArtemis broker() {
    return broker;
  }

  /** Answers within a fifth of a second. */
  Simulator carrier() {
    return carrier;
  }

  /** Answers within ten seconds, if at all. */
  Simulator unwell() {
    return unwell;
  }

  WebhookReceiver receiver() {
    return receiver;
  }

  Tenant tenant() {
    return tenant;
  }

  @Override
  public void close() throws Exception {
    gateway.close();
    carrier.close();
    unwell.close();
    receiver.close();
    broker.close();
    database.close();
  }
}
