package io.chasqui.micro.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A customer's endpoint: takes pushes on a free loopback port and checks their signature. */
final class WebhookReceiver implements AutoCloseable {
  private final PushSecret secret = PushSecret.generate();
  private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();
  private final HttpServer server;

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  static WebhookReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    WebhookReceiver receiver = new WebhookReceiver(server);
    server.createContext("/", receiver::receive);
    server.start();
    return receiver;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/chasqui";
  }

  PushSecret secret() {
    return secret;
  }

  /**
   * The next push of this kind; others that come first are of no interest any more.
   *
   * @throws DemoFailure when none came by the deadline
   */
  Push await(String what, Predicate<Push> wanted, Deadline deadline) throws InterruptedException {
    while (!deadline.isPast()) {
      Push push = pushes.poll(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
      if (push != null && wanted.test(push)) {
        return push;
      }
    }
    throw new DemoFailure("no push of " + what + " arrived");
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      pushes.add(push(exchange, body));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private Push push(HttpExchange exchange, String body) {
    boolean signed =
        secret.signed(
            header(exchange, "webhook-id"),
            header(exchange, "webhook-timestamp"),
            body,
            header(exchange, "webhook-signature"));
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return new Push(reader.readObject(), signed);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
