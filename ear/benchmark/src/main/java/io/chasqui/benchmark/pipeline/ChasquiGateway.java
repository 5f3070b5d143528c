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

  /** To be removed afterwards. */
  private final Path scratch;

  private final int port;
  private final int smppPort;
  private final Process process;

  private ChasquiGateway(Path home, Path scratch, int port, int smppPort, Process process) {
    this.home = home;
    this.scratch = scratch;
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
    Map<String, String> settings =
        javaOptions.map(options -> Map.of("CHASQUI_JAVA_OPTS", options)).orElse(Map.of());
    Path home = Files.createTempDirectory("chasqui-bench");
    return start(script, home, home, settings);
  }

  /**
   * As above, in a home that stays.
   *
   * @param settings as environment variables, in place of those of the environment
   */
  static ChasquiGateway startIn(Path script, Path home, Map<String, String> settings)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    return start(script, home, Files.createTempDirectory("chasqui-bench"), settings);
  }

  private static ChasquiGateway start(
      Path script, Path home, Path scratch, Map<String, String> settings)
      throws IOException, InterruptedException {
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
    builder.environment().putAll(settings);
    ChasquiGateway gateway = new ChasquiGateway(home, scratch, port, smppPort, builder.start());
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
    Scratch.delete(scratch);
  }
}
