package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A start that cannot succeed says why in one line, and ends. */
class StartST {
  private record End(int code, List<String> errors) {}

  @Test
  void a_taken_port_is_named_with_the_setting_to_change() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      End end = run("run", Map.of("CHASQUI_HTTP_PORT", "" + taken.getLocalPort()));
      assertRefused(end, "" + taken.getLocalPort());
      assertThat(end.errors().get(0)).contains("chasqui.http.port");
    }
  }

  @Test
  void a_taken_port_for_esmes_is_named_with_the_setting_to_change() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      End end = run("run", Map.of("CHASQUI_SMPP_PORT", "" + taken.getLocalPort()));
      assertRefused(end, "" + taken.getLocalPort());
      assertThat(end.errors().get(0)).contains("chasqui.smpp.port");
    }
  }

  @Test
  void a_home_that_cannot_be_written_is_named() throws Exception {
    Path file = Files.createTempFile("chasqui", "not-a-directory");
    assertRefused(run("run", Map.of("CHASQUI_HOME", file + "/home")), file.toString());
  }

  @Test
  void an_unreachable_database_is_named_by_host_and_port() throws Exception {
    int nobody = FreePorts.one();
    assertRefused(
        run(
            "run",
            Map.of(
                "CHASQUI_DB_URL", "jdbc:mariadb://127.0.0.1:" + nobody + "/chasqui",
                "CHASQUI_DB_USER", "chasqui",
                "CHASQUI_DB_PASSWORD", "wrong")),
        "127.0.0.1:" + nobody);
  }

  @Test
  void an_unreachable_broker_is_named_by_host_and_port() throws Exception {
    int nobody = FreePorts.one();
    assertRefused(
        run("run", Map.of("CHASQUI_BROKER_URL", "tcp://127.0.0.1:" + nobody)),
        "127.0.0.1:" + nobody);
  }

  @Test
  void a_broker_url_of_another_form_is_answered_with_the_form_for_TLS() throws Exception {
    assertRefused(
        run("run", Map.of("CHASQUI_BROKER_URL", "ssl://127.0.0.1:61617")), "sslEnabled=true");
  }

  @Test
  void a_broker_option_misspelt_is_named_and_no_password_with_it() throws Exception {
    try (ExternalArtemis broker = ExternalArtemis.create()) {
      End end =
          run(
              "run",
              Map.of(
                  "CHASQUI_BROKER_URL",
                  broker.url() + "?useNio=true&sslEnable=true&trustStorePassword=hidden",
                  "CHASQUI_BROKER_USER",
                  ExternalArtemis.USER,
                  "CHASQUI_BROKER_PASSWORD",
                  ExternalArtemis.PASSWORD));
      assertRefused(end, "sslEnable");
      assertThat(end.errors().get(0)).doesNotContain("hidden");
    }
  }

  @Test
  void a_broker_that_refuses_the_account_or_whose_certificate_is_not_trusted_is_named()
      throws Exception {
    try (ExternalArtemis broker = ExternalArtemis.create()) {
      Map<String, String> wrong =
          Map.of(
              "CHASQUI_BROKER_URL",
              broker.url(),
              "CHASQUI_BROKER_USER",
              ExternalArtemis.USER,
              "CHASQUI_BROKER_PASSWORD",
              "wrong");
      assertRefused(run("run", wrong), "chasqui.broker.password");
      Map<String, String> untrusted =
          Map.of(
              "CHASQUI_BROKER_URL",
              broker.tlsUrl().replaceFirst("&trustStore.*", ""),
              "CHASQUI_BROKER_USER",
              ExternalArtemis.USER,
              "CHASQUI_BROKER_PASSWORD",
              ExternalArtemis.PASSWORD);
      assertRefused(run("run", untrusted), "trust store");
    }
  }

  @Test
  void a_setting_that_makes_no_sense_is_named() throws Exception {
    assertRefused(run("run", Map.of("CHASQUI_HTTP_PORT", "eighty")), "chasqui.http.port");
  }

  @Test
  void a_machine_without_a_suitable_jdk_is_told_what_to_install() throws Exception {
    // A path with the shell's tools and no Java on it; HOME and JAVA_HOME lead nowhere.
    Path tools = Files.createTempDirectory("chasqui-tools");
    for (String tool : List.of("dirname", "readlink", "sed", "sh", "find", "head", "cat")) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
    }
    End end =
        run(
            "run",
            Map.of(
                "PATH", tools.toString(),
                "HOME", tools.toString(),
                "JAVA_HOME", tools.toString(),
                "CHASQUI_JVMS", tools.toString()));
    assertRefused(end, "JDK 17");
  }

  @Test
  void an_unknown_command_shows_the_usage() throws Exception {
    End end = run("fly", Map.of());
    assertThat(end.code()).isEqualTo(2);
    assertThat(String.join("\n", end.errors())).contains("usage: ./chasqui");
  }

  private static void assertRefused(End end, String named) {
    assertThat(end.code()).as("exit code").isNotZero();
    assertThat(end.errors()).as("one clear line").hasSize(1);
    assertThat(end.errors().get(0)).contains(named).doesNotContain("Exception");
  }

  private static End run(String command, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("chasqui", "stderr");
    ProcessBuilder builder =
        new ProcessBuilder(Repository.root().resolve("chasqui").toString(), command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    Map<String, String> environment = new HashMap<>();
    environment.put("CHASQUI_HOME", Repository.scratch("start").toString());
    environment.put("CHASQUI_HTTP_PORT", Integer.toString(FreePorts.one()));
    environment.put("CHASQUI_SMPP_PORT", Integer.toString(FreePorts.one()));
    environment.putAll(settings);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
      return new End(process.exitValue(), Files.readAllLines(errors));
    } finally {
      process.destroyForcibly();
    }
  }
}
