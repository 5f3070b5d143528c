package io.chasqui.systemtest;

import static jakarta.json.Json.createObjectBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.Delay;
import io.chasqui.simulator.IdStyle;
import io.chasqui.simulator.ReceiptForm;
import io.chasqui.simulator.Simulator;
import io.chasqui.simulator.SimulatorOptions;
import io.chasqui.simulator.SimulatorOptionsBuilder;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every dialect of message ids, each way a receipt may come, each form it may have: no receipt is
 * lost. {@code ./chasqui bench receipts} sends 10 000 messages a cell.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptMatrixST {
  private static final int MESSAGES = Integer.getInteger("chasqui.matrix.messages", 12);
  private static final Duration PATIENCE = Duration.ofSeconds(60 + MESSAGES / 10);

  /** How the id is written in submit_sm_resp and in the receipt. */
  enum Dialect {
    SAME(IdStyle.DECIMAL, IdStyle.DECIMAL),
    HEX_TO_DECIMAL(IdStyle.HEX, IdStyle.DECIMAL),
    DECIMAL_TO_HEX(IdStyle.DECIMAL, IdStyle.HEX),
    ZERO_PADDED(IdStyle.ZERO_PADDED, IdStyle.DECIMAL),
    CASE(IdStyle.UPPER_HEX, IdStyle.HEX),
    UUID(IdStyle.UUID, IdStyle.UUID);

    private final IdStyle answer;
    private final IdStyle receipt;

    Dialect(IdStyle answer, IdStyle receipt) {
      this.answer = answer;
      this.receipt = receipt;
    }
  }

  enum Form {
    TEXT,
    TLV,
    BOTH,
    VENDOR_STATE;

    private SimulatorOptionsBuilder in(SimulatorOptionsBuilder options) {
      return this == VENDOR_STATE
          ? options.receiptForm(ReceiptForm.TEXT).deliveredWord("Delivered")
          : options.receiptForm(ReceiptForm.valueOf(name()));
    }
  }

  enum Timing {
    AFTER_THE_ANSWER,
    BEFORE_THE_ANSWER,
    ON_ANOTHER_BIND,
    AFTER_A_RESTART
  }

  private final List<Simulator> carriers = new ArrayList<>();

  private record Cell(String connector, Simulator carrier) {}

  private MicroGateway gateway;

  @BeforeAll
  void start() throws IOException {
    gateway = MicroGateway.start(Map.of());
  }

  @AfterAll
  void stop() throws InterruptedException {
    gateway.close();
  }

  @AfterEach
  void closeCarriers() {
    carriers.forEach(Simulator::close);
    carriers.clear();
  }

  @ParameterizedTest
  @EnumSource
  void every_message_learns_that_it_was_delivered(Timing timing) throws Exception {
    Api admin = gateway.admin();
    Tenant tenant = Tenant.create(admin);
    List<Cell> cells = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      for (Form form : Form.values()) {
        cells.add(cell(timing, dialect, form));
      }
    }
    Set<String> sent = ConcurrentHashMap.newKeySet();
    for (Cell cell : cells) {
      connect(admin, cell, timing);
      Tenant.route(admin, cell.connector());
      send(tenant, sent);
    }
    if (timing == Timing.AFTER_A_RESTART) {
      awaitNone(tenant, "accepted", "queued");
      gateway.stop();
      gateway.start();
      cells.forEach(cell -> cell.carrier().holdReceipts(false));
    }
    awaitNone(tenant, "accepted", "queued", "submitted", "unknown");

    Map<String, String> ends = statuses(tenant);
    assertThat(ends.keySet()).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(ends.values()).containsOnly("delivered");
    for (Cell cell : cells) {
      assertThat(cell.carrier().log().counters().submits())
          .as(cell.connector())
          .isEqualTo(MESSAGES);
      admin.post("/api/v1/connectors/" + cell.connector() + "/stop").expect(200);
    }
  }

  private Cell cell(Timing timing, Dialect dialect, Form form) throws IOException {
    SimulatorOptionsBuilder options =
        SimulatorOptions.builder()
            .systemId("chasqui")
            .password("secret")
            .idStyle(dialect.answer)
            .receiptIdStyle(dialect.receipt)
            .receiptFirst(timing == Timing.BEFORE_THE_ANSWER)
            .answerDelay(Delay.between(0, 20))
            .receiptDelay(Delay.between(0, 20))
            .logLimit(1);
    Simulator carrier = Simulator.start(form.in(options).build());
    carriers.add(carrier);
    carrier.holdReceipts(timing == Timing.AFTER_A_RESTART);
    String name = timing.ordinal() + "-" + dialect + "-" + form;
    return new Cell(name.toLowerCase(Locale.ROOT).replace('_', '-'), carrier);
  }

  private static void connect(Api admin, Cell cell, Timing timing) {
    admin
        .post(
            "/api/v1/connectors",
            createObjectBuilder()
                .add("id", cell.connector())
                .add("kind", "smpp")
                .add("host", "127.0.0.1")
                .add("port", cell.carrier().port())
                .add("system_id", "chasqui")
                .add("password", "secret")
                .add("bind", timing == Timing.ON_ANOTHER_BIND ? "pair" : "transceiver")
                .add("window", 100)
                .add("enabled", true)
                .build())
        .expect(201);
    Tenant.awaitState(admin, cell.connector(), "bound");
  }

  private static void send(Tenant tenant, Set<String> sent) throws Exception {
    ExecutorService connections = Executors.newFixedThreadPool(16);
    List<Future<?>> results = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      String to = "+4917%08d".formatted(i);
      results.add(connections.submit(() -> sent.add(tenant.send(to, "a receipt is due"))));
    }
    connections.shutdown();
    for (Future<?> result : results) {
      result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static void awaitNone(Tenant tenant, String... statuses) {
    for (String status : statuses) {
      Awaitility.await("nothing is " + status)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> page(tenant, "status=" + status + "&limit=1").getJsonArray("data").isEmpty());
    }
  }

  private static Map<String, String> statuses(Tenant tenant) {
    Map<String, String> ends = new TreeMap<>();
    String cursor = "";
    do {
      JsonObject page = page(tenant, "limit=200" + cursor);
      JsonArray data = page.getJsonArray("data");
      data.forEach(
          each ->
              ends.put(
                  each.asJsonObject().getString("id"), each.asJsonObject().getString("status")));
      cursor = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
    } while (!cursor.isEmpty());
    return ends;
  }

  private static JsonObject page(Tenant tenant, String query) {
    return tenant.api().get("/api/v1/messages?direction=outbound&" + query).expect(200).json();
  }
}
