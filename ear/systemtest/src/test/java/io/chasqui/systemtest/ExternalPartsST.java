package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The main job with a MariaDB and an Artemis of the operator's own, and what their outages do. */
class ExternalPartsST extends MainJob {
  private static final int MESSAGES = 50;
  private static final Duration OUTAGE_NOTICED = Duration.ofSeconds(60);

  private final Map<String, String> settings = new HashMap<>();
  private ExternalMariaDb database;
  private ExternalArtemis broker;
  private MicroGateway gateway;

  @Override
  Gateway open() throws Exception {
    database = ExternalMariaDb.create();
    broker = ExternalArtemis.create();
    settings.putAll(database.gatewaySettings());
    settings.put("CHASQUI_BROKER_URL", broker.url());
    settings.put("CHASQUI_BROKER_USER", ExternalArtemis.USER);
    settings.put("CHASQUI_BROKER_PASSWORD", ExternalArtemis.PASSWORD);
    gateway = MicroGateway.start(settings);
    return gateway;
  }

  @Override
  void release(Gateway ours) throws Exception {
    ours.close();
    broker.close();
    database.close();
  }

  @Test
  void nothing_embedded_runs_beside_them() {
    assertThat(gateway.process().descendants()).isEmpty();
    assertThat(gateway.home().resolve("broker")).doesNotExist();
  }

  @Test
  void a_restart_finds_everything_again_now_by_TLS() throws Exception {
    String before = tenant().send(Tenant.freshNumber(), "before the restart");
    tenant().awaitStatus(before, "delivered");
    settings.put("CHASQUI_BROKER_URL", broker.tlsUrl());
    assertThat(gateway.stop()).isIn(0, 143);
    gateway.start();
    assertThat(tenant().find(before).getString("status")).isEqualTo("delivered");
    tenant().awaitStatus(tenant().send(Tenant.freshNumber(), "after the restart"), "delivered");
  }

  @Test
  void a_scheduled_message_is_taken_back_by_the_permissions_the_README_names() {
    JsonObject message =
        Json.createObjectBuilder(tenant().message(Tenant.freshNumber(), "never"))
            .add("schedule_at", Instant.now().plusSeconds(3600).toString())
            .build();
    String id = tenant().api().post("/api/v1/messages", message).expect(202).json().getString("id");
    JsonObject taken =
        tenant().api().send("DELETE", "/api/v1/messages/" + id, null).expect(200).json();
    assertThat(taken.getString("status")).isEqualTo("cancelled");
  }

  @Test
  void the_broker_may_die_and_come_back_and_nothing_accepted_is_lost() throws Exception {
    List<String> accepted = sendMany();
    try (Sending sending = new Sending()) {
      broker.kill();
      awaitIntake(503);
      assertThat(refusal().response().headers().firstValue("Retry-After")).isPresent();
      assertThat(readiness()).isEqualTo(503);
      broker.start();
      awaitIntake(202);
      accepted.addAll(sending.accepted());
    }
    accepted.addAll(sendMany());
    accepted.forEach(id -> tenant().awaitStatus(id, "delivered", "unknown"));
    Awaitility.await("ready again").atMost(Duration.ofMinutes(1)).until(() -> readiness() == 200);
  }

  @Test
  void the_database_may_stop_and_come_back_and_nothing_accepted_is_lost() throws Exception {
    List<String> accepted = sendMany();
    int before = log().size();
    database.stop();
    try {
      // What the gateway has on the broker waits for the ledger.
      accepted.addAll(sendMany());
      Awaitility.await("not ready").until(() -> readiness() == 503);
    } finally {
      database.start();
    }
    accepted.addAll(sendMany());
    accepted.forEach(id -> tenant().awaitStatus(id, "delivered"));
    Awaitility.await("ready again").atMost(Duration.ofMinutes(1)).until(() -> readiness() == 200);
    List<String> told = log();
    assertThat(told.subList(before, told.size()))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("ledger: failed"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("ledger: works again"))
        .noneMatch(line -> line.contains("invocation on EJB Ledger"))
        .noneMatch(line -> line.contains("poolmgr."));
  }

  private List<String> log() throws IOException {
    return Files.readAllLines(gateway.home().resolve("logs/chasqui.0.log"));
  }

  private List<String> sendMany() {
    List<String> accepted = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      accepted.add(tenant().send(Tenant.freshNumber(), "external parts"));
    }
    return accepted;
  }

  private Api.Answer tryToSend() {
    return tenant()
        .api()
        .post("/api/v1/messages", tenant().message(Tenant.freshNumber(), "external parts"));
  }

  private Api.Answer refusal() {
    return tryToSend().expect(503);
  }

  private void awaitIntake(int status) {
    Awaitility.await("the intake answers " + status)
        .atMost(OUTAGE_NOTICED)
        .until(() -> tryToSend().status() == status);
  }

  private int readiness() {
    return Api.anonymous(gateway.baseUri()).get("/health/ready").status();
  }

  /** A client that goes on sending through an outage and remembers what it got a 202 for. */
  private final class Sending implements AutoCloseable {
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<List<String>> accepted = thread.submit(this::sendUntilEnough);

    private List<String> sendUntilEnough() {
      List<String> ids = new ArrayList<>();
      while (!enough.get()) {
        Api.Answer answer = tryToSend();
        if (answer.status() == 202) {
          ids.add(answer.json().getString("id"));
        }
      }
      return ids;
    }

    List<String> accepted() throws Exception {
      enough.set(true);
      return accepted.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      enough.set(true);
      thread.shutdown();
    }
  }
}
