package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Messages taken back before they leave: what was answered 200 never reaches the carrier. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeBackST {
  private static final int MESSAGES = 500;
  private static final int CONNECTIONS = 8;

  private MicroGateway gateway;
  private Api admin;

  @BeforeAll
  void start() throws Exception {
    gateway = MicroGateway.start(Map.of());
    admin = gateway.admin();
  }

  @AfterAll
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void a_scheduled_message_stays_taken_back_though_the_gateway_dies_after_its_answer()
      throws Exception {
    try (Simulator smsc = smsc(Delay.between(0, 10));
        WebhookReceiver receiver = new WebhookReceiver()) {
      Tenant tenant = Tenant.create(admin);
      tenant.webhook(receiver);
      Tenant.connect(admin, "killed", smsc);
      Instant due = Instant.now().plusSeconds(4);
      String taken = schedule(tenant, due);
      String other = schedule(tenant, due.plusMillis(500));
      assertThat(cancel(tenant, taken).expect(200).json().getString("status"))
          .isEqualTo("cancelled");
      gateway.kill();

      gateway.start();
      tenant.awaitStatus(other, "delivered");
      assertThat(smsc.log().submits()).hasSize(1);
      assertThat(cancel(tenant, taken).expect(200).json().getString("status"))
          .isEqualTo("cancelled");
      assertThat(statuses(tenant.find(taken))).containsExactly("accepted", "queued", "cancelled");
      assertThat(receiver.await(push -> push.type().equals("message.cancelled")).data())
          .satisfies(data -> assertThat(data.getString("id")).isEqualTo(taken));
      admin.post("/api/v1/connectors/killed/stop").expect(200);
    }
  }

  @Test
  void a_message_for_a_connector_that_is_down_is_taken_back_at_once_and_others_are_sent()
      throws Exception {
    try (Simulator smsc = smsc(Delay.between(0, 10))) {
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "down", smsc);
      admin.post("/api/v1/connectors/down/stop").expect(200);
      String first = tenant.send(Tenant.freshNumber(), "first");
      String taken = tenant.send(Tenant.freshNumber(), "x".repeat(400));
      String last = tenant.send(Tenant.freshNumber(), "last");
      cancel(tenant, taken).expect(200);
      admin.post("/api/v1/connectors/down/start").expect(200);
      tenant.awaitStatus(first, "delivered");
      tenant.awaitStatus(last, "delivered");
      assertThat(smsc.log().submits()).hasSize(2);
      assertThat(tenant.find(taken).getString("status")).isEqualTo("cancelled");

      assertThat(cancel(tenant, last).expect(409).json().getString("detail")).contains(last);
      Tenant stranger = Tenant.create(admin);
      cancel(stranger, taken).expect(404);
      cancel(tenant, "01ARZ3NDEKTSV4RRFFQ69G5FAV").expect(404);
      admin.post("/api/v1/connectors/down/stop").expect(200);
    }
  }

  @Test
  void in_a_race_with_its_pump_each_message_is_either_taken_back_or_sent() throws Exception {
    try (Simulator smsc = smsc(Delay.between(200, 500))) {
      Tenant tenant = Tenant.create(admin);
      Tenant.connect(admin, "race", smsc);
      admin.post("/api/v1/connectors/race/stop").expect(200);
      Map<String, String> numbers = new ConcurrentHashMap<>();
      each(
          IntStream.range(0, MESSAGES).boxed().toList(),
          i -> {
            String to = Tenant.freshNumber();
            numbers.put(tenant.send(to, "race " + i), to);
          });
      admin.post("/api/v1/connectors/race/start").expect(200);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> smsc.log().counters().submits() >= CONNECTIONS);

      Set<String> cancelled = ConcurrentHashMap.newKeySet();
      List<String> youngestFirst = new ArrayList<>(numbers.keySet());
      youngestFirst.sort(Collections.reverseOrder());
      each(
          youngestFirst,
          id -> {
            if (definiteAnswer(tenant, id) == 200) {
              cancelled.add(id);
            }
          });

      Set<String> sent = new HashSet<>(numbers.keySet());
      sent.removeAll(cancelled);
      assertThat(cancelled).as("some were in time").isNotEmpty();
      assertThat(sent).as("some were too late").isNotEmpty();
      for (String id : sent) {
        tenant.awaitStatus(id, "delivered");
      }
      for (String id : cancelled) {
        assertThat(tenant.find(id).getString("status")).isEqualTo("cancelled");
      }
      assertThat(smsc.log().submits().stream().map(each -> each.destination().value()).toList())
          .containsExactlyInAnyOrderElementsOf(
              sent.stream().map(id -> numbers.get(id).substring(1)).toList());
      admin.post("/api/v1/connectors/race/stop").expect(200);
    }
  }

  private static Simulator smsc(Delay answers) throws Exception {
    return Simulator.start(
        SimulatorOptions.builder()
            .port(0)
            .systemId("chasqui")
            .password("secret")
            .answerDelay(answers)
            .build());
  }

  private static String schedule(Tenant tenant, Instant due) {
    JsonObjectBuilder message =
        Json.createObjectBuilder(tenant.message(Tenant.freshNumber(), "in its time"));
    String id =
        tenant
            .api()
            .post("/api/v1/messages", message.add("schedule_at", due.toString()).build())
            .expect(202)
            .json()
            .getString("id");
    tenant.awaitStatus(id, "queued");
    return id;
  }

  private static Api.Answer cancel(Tenant tenant, String id) {
    return tenant.api().send("DELETE", "/api/v1/messages/" + id, null);
  }

  /** 200 or 409; a 503 promises nothing and is asked again. */
  private static int definiteAnswer(Tenant tenant, String id) {
    int status = cancel(tenant, id).status();
    while (status == 503) {
      status = cancel(tenant, id).status();
    }
    assertThat(status).isIn(200, 409);
    return status;
  }

  private static List<String> statuses(JsonObject message) {
    return message.getJsonArray("events").getValuesAs(JsonObject.class).stream()
        .map(event -> event.getString("status"))
        .toList();
  }

  /** Something done with one of many, on one of some connections. */
  @FunctionalInterface
  private interface Work<T> {
    void on(T item) throws Exception;
  }

  private static <T> void each(List<T> items, Work<T> work) throws Exception {
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Void>> tasks =
          items.stream()
              .map(
                  item ->
                      (Callable<Void>)
                          () -> {
                            work.on(item);
                            return null;
                          })
              .collect(Collectors.toList());
      for (Future<Void> done : connections.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      connections.shutdown();
    }
  }
}
