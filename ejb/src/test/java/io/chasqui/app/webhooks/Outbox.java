package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.delivery.Egress;
import io.chasqui.domain.delivery.RetrySchedule;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.json.Json;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The real outbox on a real MariaDB with loops on it, as many as a test starts. */
final class Outbox {
  /** A row of webhook_delivery. */
  record Row(String id, int state, int attempts, Integer status, String error) {}

  private final Clock clock = Clock.systemUTC();
  private final AtomicInteger failures = new AtomicInteger();
  private DataSource database = MigratedDatabase.dataSource();
  private final Map<String, PushTarget> targets = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Running> running = new ArrayList<>();
  final List<WebhookDisabled> disabled = new CopyOnWriteArrayList<>();

  Outbox() throws SQLException {
    // Loops serve all clients, those of tests before this one too.
    change("DELETE FROM webhook_delivery");
  }

  /** From the first request on, this many connections are refused to the loop. */
  void failAfterFirst(Receiver receiver, int times) {
    DataSource real = database;
    failures.set(times);
    database =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  boolean refused =
                      !receiver.requests().isEmpty() && failures.getAndUpdate(Outbox::less) > 0;
                  if (refused) {
                    throw new SQLException("no database at the moment");
                  }
                  return method.invoke(real, arguments);
                });
  }

  int failuresLeft() {
    return failures.get();
  }

  private static int less(int number) {
    return Math.max(0, number - 1);
  }

  private record Running(DeliveryLoop loop, HttpPush http, Thread thread) {}

  DeliveryLoop start(Duration... waits) {
    return startPatient(Duration.ofSeconds(5), waits);
  }

  DeliveryLoop startPatient(Duration answer, Duration... waits) {
    HttpPush http =
        new HttpPush(
            new Egress(List.of(IpNetwork.of("127.0.0.0/8"))),
            SystemDefaultDnsResolver.INSTANCE,
            threads,
            new HttpPush.Limits(32, Duration.ofSeconds(2), answer),
            "Chasqui");
    DeliveryLoop loop =
        new DeliveryLoop(
            new DeliveryTable(database),
            new SettlementJournal(database),
            http,
            this::target,
            new RetrySchedule(List.of(waits)),
            clock,
            new Lanes(8, 32),
            this::disabled);
    Thread thread = new Thread(loop);
    thread.start();
    running.add(new Running(loop, http, thread));
    return loop;
  }

  /** As a process that is killed: nothing under way is heard of again. */
  void kill() throws InterruptedException {
    for (Running each : running) {
      each.thread().interrupt();
      each.thread().join(10_000);
      each.http().close();
    }
    running.clear();
  }

  void stop(Duration within) throws InterruptedException {
    for (Running each : running) {
      each.loop().stop(within);
      each.thread().join(within.plusSeconds(5).toMillis());
      each.http().close();
    }
    running.clear();
  }

  /** A client with a webhook, in the database and in the directory. */
  String client(URI url) throws SQLException {
    String client = newId();
    String webhook = newId();
    Instant now = clock.instant();
    change("INSERT INTO client (id, name, created_at) VALUES (?,?,?)", client, "test", now);
    change(
        "INSERT INTO webhook (id, client_id, url, secret_enc, created_at) VALUES (?,?,?,?,?)",
        webhook,
        client,
        url.toString(),
        new byte[] {1},
        now);
    targets.put(client, new PushTarget(webhook, url, WebhookSecret.generate(new SecureRandom())));
    return client;
  }

  WebhookSecret secretOf(String client) {
    return targets.get(client).secret();
  }

  void switchOff(String client) {
    targets.remove(client);
  }

  /** An incoming message, in the ledger and in the outbox. */
  MessageId received(String client) throws SQLException {
    MessageId id = MessageId.next(clock);
    change(
        "INSERT INTO message (id, direction, client_id, from_address, to_address, body, alphabet,"
            + " segments, status, created_at) VALUES (?,1,?,'+551','+552','hi',0,1,?,?)",
        id.bytes(),
        client,
        MessageStatus.RECEIVED.code(),
        clock.instant());
    add(event(client, id, "message.received"));
    return id;
  }

  PendingEvent event(String client, MessageId id, String type) {
    return new PendingEvent(
        client,
        id,
        type,
        Instant.parse("2026-11-22T12:30:00.123456Z"),
        Json.createObjectBuilder().add("id", id.toString()).add("text", "olá €").build());
  }

  void add(PendingEvent... events) throws SQLException {
    MigratedDatabase.inTransaction(
        connection -> {
          WebhookOutbox.add(connection, List.of(events));
          return null;
        });
  }

  /** As many outgoing messages' ends in one batch. */
  void addDelivered(String client, int count) throws SQLException {
    add(
        Stream.generate(() -> event(client, MessageId.next(clock), "message.delivered"))
            .limit(count)
            .toArray(PendingEvent[]::new));
  }

  Row row(PendingEvent event) throws SQLException {
    return rows("id = ?", event.deliveryId().value()).get(0);
  }

  List<Row> rowsOf(String client) throws SQLException {
    return rows("client_id = ?", client);
  }

  private static List<Row> rows(String where, String value) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT id, state, attempts, last_status, last_error FROM webhook_delivery WHERE "
                    + where
                    + " ORDER BY id",
                List.of(value),
                row ->
                    new Row(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getObject(4, Integer.class),
                        row.getString(5))));
  }

  MessageStatus statusOf(MessageId id) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "SELECT status FROM message WHERE id = ?",
                    List.of(id.bytes()),
                    row -> MessageStatus.ofCode(row.getInt(1)))
                .get(0));
  }

  /** As {@code PUSHED webhook answered 200}. */
  List<String> eventsOf(MessageId id) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT status, detail FROM event WHERE message_id = ? ORDER BY id",
                List.of(id.bytes()),
                row -> MessageStatus.ofCode(row.getInt(1)) + " " + row.getString(2)));
  }

  /** As {@code false answered 410 Gone}. */
  String webhookOf(String client) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "SELECT enabled, disabled_reason FROM webhook WHERE client_id = ?",
                    List.of(client),
                    row -> row.getBoolean(1) + " " + row.getString(2))
                .get(0));
  }

  void change(String sql, Object... parameters) throws SQLException {
    MigratedDatabase.inTransaction(connection -> Sql.update(connection, sql, List.of(parameters)));
  }

  /** From now on the directory fails, this many times. */
  void failDirectory(int times) {
    failures.set(times);
  }

  private Optional<PushTarget> target(String clientId) {
    if (database == MigratedDatabase.dataSource() && failures.getAndUpdate(Outbox::less) > 0) {
      throw new IllegalStateException("no directory at the moment");
    }
    return Optional.ofNullable(targets.get(clientId));
  }

  private void disabled(WebhookDisabled event) {
    targets.remove(event.clientId());
    disabled.add(event);
  }

  private String newId() {
    return MessageId.next(clock).toString();
  }

  void close() throws InterruptedException {
    kill();
    threads.shutdownNow();
  }
}
