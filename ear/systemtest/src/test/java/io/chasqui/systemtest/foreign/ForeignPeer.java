package io.chasqui.systemtest.foreign;

import io.chasqui.systemtest.Repository;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A foreign implementation in a process of its own; src/test/peers/README.md tells its language.
 */
public final class ForeignPeer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Implementation implementation;
  private final Process process;
  private final Writer commands;
  private final List<JsonObject> events = new CopyOnWriteArrayList<>();

  private ForeignPeer(Implementation implementation, String role) throws IOException {
    this.implementation = implementation;
    process =
        new ProcessBuilder(implementation.command(role))
            .redirectError(
                ProcessBuilder.Redirect.appendTo(
                    Repository.scratch("peer").resolve(implementation + ".log").toFile()))
            .start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, implementation + "-" + role);
    reader.setDaemon(true);
    reader.start();
  }

  static ForeignPeer smsc(Implementation implementation) throws IOException {
    return new ForeignPeer(implementation, "smsc");
  }

  static ForeignPeer esme(Implementation implementation) throws IOException {
    return new ForeignPeer(implementation, "esme");
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
          events.add(json.readObject());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tell(JsonObject command) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(implementation + " has ended", e);
    }
  }

  /** The port an SMSC listens on. */
  int port() {
    return await("listening", event -> true).getInt("port");
  }

  /** The first event of this name that fits, past or still to come. */
  JsonObject await(String event, Predicate<JsonObject> fits) {
    Awaitility.await(implementation + " tells " + event)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> events(event).stream().anyMatch(fits));
    return events(event).stream().filter(fits).findFirst().orElseThrow();
  }

  /** All events of this name so far, in their order. */
  List<JsonObject> events(String event) {
    return events.stream().filter(each -> each.getString("event").equals(event)).toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    commands.close();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
