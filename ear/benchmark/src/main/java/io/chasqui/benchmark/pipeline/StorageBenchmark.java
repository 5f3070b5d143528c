package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches among very many stored messages, as clients ask for them: by HTTP. */
@Command(name = "storage", description = "Searches among very many stored messages.")
public final class StorageBenchmark implements Callable<Integer> {
  private static final double TARGET_MILLIS = 200;
  private static final int WARM_UP = 20;

  /** What the ids of the clients begin with. */
  private static final String CLIENTS = "01JD000000000000000000";

  @Option(
      names = "--rows",
      description = "to store, none if there are some",
      defaultValue = "2000000")
  private long rows;

  @Option(names = "--rounds", description = "of each question", defaultValue = "200")
  private int rounds;

  @Option(names = "--home", description = "of the gateway, kept for the next time")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--buffer-pool", description = "of the database, in MB", defaultValue = "256")
  private int bufferPool;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Path kept = home.isPresent() ? home.get() : Files.createTempDirectory("chasqui-bench");
    int port = Scratch.freePort();
    Map<String, String> settings =
        Map.of(
            "CHASQUI_DB_PORT", Integer.toString(port),
            "CHASQUI_DB_BUFFER_POOL", Integer.toString(bufferPool));
    Path script = Path.of(System.getProperty("chasqui.script"));
    try (ChasquiGateway gateway = ChasquiGateway.startIn(script, kept, settings)) {
      long stored = stored(port, kept);
      return measure(gateway.administrator(), stored);
    } finally {
      if (home.isEmpty()) {
        Scratch.delete(kept);
      }
    }
  }

  private long stored(int port, Path kept) throws IOException, SQLException {
    String password = Files.readString(kept.resolve("keys/database-password")).strip();
    try (StoredMessages messages = new StoredMessages(port, password, System.out)) {
      if (messages.count() == 0) {
        messages.fill(rows, CLIENTS, Instant.now().truncatedTo(ChronoUnit.HOURS));
      }
      return messages.count();
    }
  }

  private int measure(GatewayApi api, long stored) {
    System.out.printf("%,d stored messages, %d rounds, ms%n", stored, rounds);
    System.out.printf("%-46s %8s %8s %8s%n", "", "p50", "p95", "p99");
    boolean kept = true;
    for (var question : questions().entrySet()) {
      Times times = times(api, question.getValue());
      System.out.printf(
          "%-46s %8.1f %8.1f %8.1f%n", question.getKey(), times.p50(), times.p95(), times.p99());
      kept &= times.p95() <= TARGET_MILLIS;
    }
    System.out.printf("each under %.0f ms: %s%n", TARGET_MILLIS, kept ? "yes" : "no");
    return kept ? 0 : 1;
  }

  /** Each asks for something else every time, so that no answer is in a cache. */
  private static Map<String, IntFunction<String>> questions() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    all.put("newest of all", i -> "/messages");
    all.put("a number's", i -> "/messages?number=" + encoded(StoredMessages.number(i * 104_729L)));
    all.put("a sender's, who has millions", i -> "/messages?number=Shop" + i % 20);
    all.put("of a day some weeks ago", i -> "/messages?until=" + day(now, i));
    all.put("of a status", i -> "/messages?status=" + (i % 2 == 0 ? "undelivered" : "unknown"));
    all.put("of a rare status", i -> "/messages?status=failed");
    all.put("incoming ones", i -> "/messages?direction=in&until=" + day(now, i));
    all.put(
        "a day's statistics by status",
        i -> "/statistics?since=%s&until=%s".formatted(day(now, i + 1), day(now, i)));
    all.put(
        "a day's by hour, client and status",
        i ->
            "/statistics?by=hour,client,status&since=%s&until=%s"
                .formatted(day(now, i + 1), day(now, i)));
    all.put("a month's statistics by day", i -> "/statistics?by=day&since=" + day(now, 30));
    return all;
  }

  private static String day(Instant now, int ago) {
    return now.minus(ago % 60, ChronoUnit.DAYS).toString();
  }

  private static String encoded(String number) {
    return number.replace("+", "%2B");
  }

  private Times times(GatewayApi api, IntFunction<String> question) {
    Latencies latencies = new Latencies();
    for (int i = 0; i < WARM_UP + rounds; i++) {
      long begin = System.nanoTime();
      api.change("GET", question.apply(i), "");
      if (i >= WARM_UP) {
        latencies.add(System.nanoTime() - begin);
      }
    }
    return Times.of(latencies);
  }
}
