package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./chasqui run} with its own database and broker, both as durable as they always are, and a
 * home that is removed afterwards.
 */
final class ChasquiGateway implements Contender {
  private static final Duration START = Duration.ofSeconds(240);
  private static final Duration STOP = Duration.ofSeconds(40);
  private static final String HEAP = "memory_usedHeap_bytes";

  private final Path home;
  private final int port;
  private final int smppPort;
  private final Process process;

  private ChasquiGateway(Path home, int port, int smppPort, Process process) {
    this.home = home;
    this.port = port;
    this.smppPort = smppPort;
    this.process = process;
  }

  /**
   * Returns when it is ready.
   *
   * @param script {@code ./chasqui}
   * @param javaOptions in place of those of the environment
   */
  static ChasquiGateway start(Path script, Optional<String> javaOptions)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("chasqui-bench");
    int port = Scratch.freePort();
    int smppPort = Scratch.freePort();
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("console.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "CHASQUI_HOME", home.toString(),
                "CHASQUI_HTTP_PORT", Integer.toString(port),
                "CHASQUI_SMPP_PORT", Integer.toString(smppPort),
                "CHASQUI_EGRESS_ALLOW", "127.0.0.0/8"));
    javaOptions.ifPresent(options -> builder.environment().put("CHASQUI_JAVA_OPTS", options));
    ChasquiGateway gateway = new ChasquiGateway(home, port, smppPort, builder.start());
    gateway.awaitReady();
    return gateway;
  }

  private void awaitReady() throws IOException, InterruptedException {
    GatewayApi anyone = GatewayApi.anonymous(port);
    Scratch.await(START, () -> !process.isAlive() || anyone.isThere("/health/ready"));
    if (!anyone.isThere("/health/ready")) {
      String console = Files.readString(home.resolve("console.log"));
      close();
      throw new IOException("the gateway does not start: " + console);
    }
  }

  GatewayApi administrator() throws IOException {
    return GatewayApi.administrator(port, Files.readString(home.resolve("admin-password")).strip());
  }

  int port() {
    return port;
  }

  int smppPort() {
    return smppPort;
  }

  @Override
  public Map<String, Long> processes() {
    Map<String, Long> all = new LinkedHashMap<>();
    all.put("gateway", process.pid());
    process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("mariadbd"))
        .forEach(each -> all.put("mariadbd", each.pid()));
    return all;
  }

  @Override
  public long heap() {
    return GatewayApi.anonymous(port)
        .get("/metrics")
        .lines()
        .filter(line -> line.startsWith(HEAP))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    Scratch.end(process, STOP);
    Scratch.delete(home);
  }
}
