package io.chasqui.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CountDownLatch stop = new CountDownLatch(1);

  private int run(String... args) {
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new SimulatorCommand(console, stop)
        .commandLine()
        .setOut(new PrintWriter(out, true, UTF_8))
        .execute(args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--colour=red                        | Unknown option: '--colour=red'",
        "--port=abc                          | 'abc' is not an int",
        "--port=70000                        | a port is from 0 to 65535, unlike 70000",
        "--delay=soon                        | 'soon' is not a delay such as 200, 0-200 or 5s",
        "--delay=200-100                     | not a delay: 200-100 ms",
        "--error-rate=1.5                    | error rate must be from 0 to 1, not 1.5",
        "--error-status=often                | 'often' is no command_status such as 0x58",
        "--error-status=0                    | error statuses: at least one, none of them 0",
        "--receipts=maybe                    | 'maybe' is none of on, off",
        "--id-style=roman                    | 'roman' is none of decimal, hex, upper-hex, uuid",
        "--undelivered-error=12345           | an error code has three characters",
        "--mo-every=0                        | starts at 1 ms",
        "--control-port=70000                | port out of range",
      })
  void a_wrong_option_is_one_clear_line_and_status_2(String option, String reason) {
    assertThat(run(option)).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .satisfies(l -> assertThat(l).startsWith("simulator: ").contains(reason));
  }

  @Test
  void a_taken_port_is_one_clear_line_and_status_1() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(run("--port=" + taken.getLocalPort())).isEqualTo(1);
      assertThat(err.toString(UTF_8).lines())
          .singleElement()
          .satisfies(
              l ->
                  assertThat(l)
                      .startsWith(
                          "simulator: cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": "));
    }
  }

  @Test
  void every_option_takes_its_value_as_the_next_word() {
    stop.countDown();
    String options =
        "--host 127.0.0.1 --port 0 --system-id demo --password demo --delay 0-200"
            + " --error-rate 0.05 --error-status 0x58,20 --never-answer-rate 0.01 --id-style hex"
            + " --receipts off --receipt-delay 100ms-2s --receipt-first --receipt-form tlv"
            + " --receipt-id-style upper-hex --undelivered-rate 0.1 --undelivered-state REJECTD"
            + " --undelivered-error 0A1 --receipt-window 5 --receipt-timeout 3 --receipt-retry 1s"
            + " --receipt-attempts 2 --mo-every 10s --mo-from 123 --mo-to +5511999990000"
            + " --mo-text hello --mo-coding ucs2 --keep 10 --control-port 0";

    assertThat(run(options.split(" "))).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("listening on", "control on");
  }

  @Test
  void help_lists_the_options_with_their_defaults() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("--port=PORT", "Default: 2776", "--receipt-id-style", "100-500", "1000")
        .doesNotContain("null");
  }

  @Test
  void another_process_steers_it_by_http() throws Exception {
    CompletableFuture<Integer> running =
        CompletableFuture.supplyAsync(() -> run("--port=0", "--control-port=0"));
    int port = announced("listening on 127.0.0.1:(\\d+)");
    URI control = URI.create("http://127.0.0.1:" + announced("control on http://127.0.0.1:(\\d+)"));
    assertThat(port).isPositive();

    assertThat(post(control, "/mo", "{\"from\":\"1\",\"to\":\"2\",\"text\":\"x\"}").statusCode())
        .as("nobody bound")
        .isEqualTo(503);
    assertThat(post(control, "/mo", "{\"from\":").statusCode()).isEqualTo(400);
    assertThat(post(control, "/mo", "{\"from\":\"1\"}").body()).contains("'to' must be a string");
    assertThat(post(control, "/stats", "").statusCode()).isEqualTo(405);

    try (Esme esme = Esme.bind(port)) {
      announced("esme bound as trx from 127.0.0.1:(\\d+)");
      assertThat(
              post(control, "/mo", "{\"from\":\"1\",\"to\":\"2\",\"text\":\"h\\u00e9!\"}").body())
          .isEqualTo("{\"command_status\":0}");
      assertThat(Gsm7.decode(esme.received().get(0).getShortMessage())).isEqualTo("hé!");
      esme.submit("counted");
      assertThat(get(control, "/stats")).contains("\"submits\":1", "\"system_id\":\"esme\"");
      assertThat(get(control, "/submits")).contains("\"text\":\"counted\"");

      assertThat(post(control, "/drop", "").body()).isEqualTo("{\"dropped\":1}");
      await().until(() -> !esme.bound());
    }
    assertThat(post(control, "/pause", "").body()).isEqualTo("{\"accepting\":false}");
    assertThatThrownBy(() -> Esme.bind(port)).isInstanceOf(IOException.class);
    assertThat(post(control, "/resume", "").body()).isEqualTo("{\"accepting\":true}");
    try (Esme back = Esme.bind(port)) {
      assertThat(back.bound()).isTrue();
    }
    stop.countDown();
    assertThat(running.get(20, TimeUnit.SECONDS)).isZero();
  }

  private int announced(String pattern) {
    Pattern line = Pattern.compile(pattern);
    await().until(() -> line.matcher(out.toString(UTF_8)).find());
    Matcher found = line.matcher(out.toString(UTF_8));
    found.find();
    return Integer.parseInt(found.group(1));
  }

  private static HttpResponse<String> post(URI base, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String get(URI base, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
