package io.chasqui.simulator;

import com.eclipsesource.json.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** Steers a simulator of another process, by HTTP on 127.0.0.1. */
final class ControlServer implements AutoCloseable {

  private static final int LARGEST_BODY = 65_536;

  private final Simulator simulator;
  private final HttpServer http;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(4, r -> Threads.daemon("simulator-control", r));

  private interface Action {
    HttpAnswer answer(HttpExchange exchange) throws IOException;
  }

  private ControlServer(Simulator simulator, HttpServer http) {
    this.simulator = simulator;
    this.http = http;
  }

  static ControlServer start(Simulator simulator, int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ControlServer control = new ControlServer(simulator, http);
    control.listen();
    return control;
  }

  private void listen() {
    TrafficLog log = simulator.log();
    on("POST", "/mo", this::inject);
    on("POST", "/drop", e -> HttpAnswer.of("dropped", simulator.dropLinks()));
    on("POST", "/pause", e -> pause());
    on("POST", "/resume", e -> resume());
    on("GET", "/stats", e -> HttpAnswer.ok(JsonForms.of(log.counters(), simulator.sessions())));
    on("GET", "/submits", e -> HttpAnswer.ok(JsonForms.submits(log.submits())));
    on("GET", "/receipts", e -> HttpAnswer.ok(JsonForms.receipts(log.receipts())));
    http.setExecutor(workers);
    http.start();
  }

  private void on(String method, String path, Action action) {
    http.createContext(path, exchange -> serve(exchange, method, path, action));
  }

  private static void serve(HttpExchange exchange, String method, String path, Action action)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(path)) {
        HttpAnswer.error(404, "no such path").send(exchange);
      } else if (!exchange.getRequestMethod().equals(method)) {
        HttpAnswer.error(405, "use " + method).send(exchange);
      } else {
        action.answer(exchange).send(exchange);
      }
    }
  }

  private HttpAnswer pause() {
    simulator.pause();
    return HttpAnswer.ok(new JsonObject().add("accepting", false));
  }

  private HttpAnswer resume() {
    try {
      simulator.resume();
      return HttpAnswer.ok(new JsonObject().add("accepting", true));
    } catch (UncheckedIOException e) {
      return HttpAnswer.error(503, e.getMessage());
    }
  }

  private HttpAnswer inject(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return HttpAnswer.error(413, "more than " + LARGEST_BODY + " bytes");
    }
    MobileOriginated message;
    try {
      message = JsonForms.message(body);
    } catch (IllegalArgumentException e) {
      return HttpAnswer.error(400, e.getMessage());
    }
    try {
      return HttpAnswer.of("command_status", simulator.inject(message).join());
    } catch (CompletionException e) {
      int status = e.getCause() instanceof TimeoutException ? 504 : 503;
      return HttpAnswer.error(status, reason(e.getCause()));
    }
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? "no deliver_sm_resp came" : failure.getMessage();
  }

  int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
  }
}
