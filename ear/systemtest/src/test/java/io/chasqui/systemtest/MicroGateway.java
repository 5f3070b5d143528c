package io.chasqui.systemtest;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** {@code ./chasqui run} as a process of its own, on free ports and with a home of its own. */
public final class MicroGateway implements Gateway {
  private static final Duration START = Duration.ofSeconds(150);
  private static MicroGateway shared;

  private final Path home;
  private final int port;
  private final int smppPort;
  private final Map<String, String> settings;
  private Process process;

  private MicroGateway(Path home, Map<String, String> settings) {
    this.home = home;
    this.port = FreePorts.one();
    this.smppPort = FreePorts.one();
    this.settings = settings;
  }

  /** The one that tests which do not break it share; stopped when the JVM ends. */
  public static synchronized MicroGateway shared() throws IOException {
    if (shared == null) {
      MicroGateway gateway = start(Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(gateway::destroy));
      shared = gateway;
    }
    return shared;
  }

  /** One for a test that kills it, with settings of its own beside the usual ones. */
  public static MicroGateway start(Map<String, String> settings) throws IOException {
    return start(Repository.scratch("micro"), settings);
  }

  /** As above, in a home of the test's choice. */
  public static MicroGateway start(Path home, Map<String, String> settings) throws IOException {
    MicroGateway gateway = new MicroGateway(home, settings);
    gateway.start();
    return gateway;
  }

  /** Starts it, again if need be, and waits until it is ready. */
  public void start() throws IOException {
    launch();
    try {
      awaitReady();
    } catch (RuntimeException | AssertionError late) {
      process.destroyForcibly();
      throw late;
    }
  }

  /** Starts the process without waiting. */
  public Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Repository.root().resolve("chasqui").toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "console.log")));
    Map<String, String> environment = new HashMap<>();
    environment.put("CHASQUI_HOME", home.toString());
    environment.put("CHASQUI_HTTP_PORT", Integer.toString(port));
    environment.put("CHASQUI_SMPP_PORT", Integer.toString(smppPort));
    environment.put("CHASQUI_EGRESS_ALLOW", "127.0.0.0/8");
    environment.putAll(settings);
    builder.environment().putAll(environment);
    process = builder.start();
    return process;
  }

  public void awaitReady() {
    Awaitility.await("the gateway is ready; its console: " + home.resolve("console.log"))
        .atMost(START)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> !process.isAlive() || isReady());
    if (!process.isAlive()) {
      throw new AssertionError("the gateway ended: " + console());
    }
  }

  private boolean isReady() {
    try {
      return Api.anonymous(baseUri()).get("/health/ready").status() == 200;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** SIGTERM; answers the exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("still running 60 s after SIGTERM");
    }
    return process.exitValue();
  }

  /** Where ESMEs bind. */
  public int smppPort() {
    return smppPort;
  }

  public Path home() {
    return home;
  }

  public int httpPort() {
    return port;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  public String console() {
    try {
      return Files.readString(home.resolve("console.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String adminPassword() throws IOException {
    return Files.readString(home.resolve("admin-password")).strip();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }

  private void destroy() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
