package io.chasqui.app.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A client's endpoint on loopback, which keeps what it was sent and answers as it is told. */
final class Receiver implements AutoCloseable {
  /** One request as it came. */
  record Request(URI uri, com.sun.net.httpserver.Headers headers, byte[] body) {
    String header(String name) {
      return headers.getFirst(name);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Answers one request; {@code number} counts from 1. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private Receiver(Behaviour behaviour) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, behaviour));
    server.start();
  }

  static Receiver that(Behaviour behaviour) {
    return new Receiver(behaviour);
  }

  /** Answers the first request with the first status and so on; the last one for ever. */
  static Receiver answering(int... statuses) {
    return that(
        (exchange, number) ->
            exchange.sendResponseHeaders(statuses[Math.min(number, statuses.length) - 1], -1));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/hooks/chasqui");
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The most requests that were there at one moment. */
  int mostAtOnce() {
    return most.get();
  }

  private void handle(HttpExchange exchange, Behaviour behaviour) throws IOException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try (exchange) {
      requests.add(
          new Request(
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes()));
      behaviour.answer(exchange, requests.size());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      now.decrementAndGet();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
