package io.chasqui.systemtest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Payara Server from its distribution, with chasqui.ear deployed by asadmin. */
final class PayaraServerGateway implements Gateway {
  private static final String DOMAIN = "chasqui";

  private final Path server;
  private final Path home;
  private final int smppPort = FreePorts.one();
  private final int portBase;

  private PayaraServerGateway(Path server, Path home, int portBase) {
    this.server = server;
    this.home = home;
    this.portBase = portBase;
  }

  static PayaraServerGateway start() throws Exception {
    Path server = Repository.root().resolve("ear/systemtest/target/payara6");
    PayaraServerGateway gateway =
        new PayaraServerGateway(server, Repository.scratch("server"), freePortBase());
    gateway.deleteDomain();
    gateway.asadmin("create-domain", "--nopassword", "--portbase", "" + gateway.portBase, DOMAIN);
    gateway.asadmin("start-domain", DOMAIN);
    try {
      gateway.asadmin(
          "--port",
          "" + gateway.adminPort(),
          "deploy",
          Repository.root().resolve("ear/target/chasqui.ear").toString());
      gateway.awaitReady();
      return gateway;
    } catch (Exception | AssertionError e) {
      gateway.close();
      throw e;
    }
  }

  @Override
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + (portBase + 80));
  }

  @Override
  public String adminPassword() throws IOException {
    return Files.readString(home.resolve("admin-password")).strip();
  }

  /** An orderly stop: asadmin waits until the server's process has ended. */
  @Override
  public void close() throws Exception {
    asadmin("stop-domain", DOMAIN);
    deleteDomain();
  }

  private void awaitReady() {
    Awaitility.await("the gateway on Payara Server is ready")
        .atMost(Duration.ofSeconds(60))
        .until(() -> Api.anonymous(baseUri()).get("/health/ready").status() == 200);
  }

  private int adminPort() {
    return portBase + 48;
  }

  private void deleteDomain() throws Exception {
    if (Files.exists(server.resolve("glassfish/domains").resolve(DOMAIN))) {
      asadmin("delete-domain", DOMAIN);
    }
  }

  private void asadmin(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(server.resolve("bin/asadmin").toString());
    command.addAll(List.of(arguments));
    Path output = home.resolve("asadmin.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("CHASQUI_HOME", home.toString());
    builder.environment().put("CHASQUI_EGRESS_ALLOW", "127.0.0.0/8");
    builder.environment().put("CHASQUI_SMPP_PORT", Integer.toString(smppPort));
    builder.environment().put("AS_JAVA", System.getProperty("java.home"));
    Process process = builder.start();
    if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", command) + "\n" + Files.readString(output));
    }
  }

  /** A hundred ports in a row, of which Payara takes some twelve. */
  private static int freePortBase() {
    int candidate = FreePorts.one();
    return Math.min(candidate, 60_000) / 100 * 100;
  }
}
