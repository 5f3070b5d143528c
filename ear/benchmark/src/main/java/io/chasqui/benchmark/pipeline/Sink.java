package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.pipeline.HttpLine.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;

/** Where webhooks and callbacks go: answers yes to all, and counts them by their stamps. */
@Command(name = "pipeline-sink", hidden = true, description = "The web server of bench pipeline.")
public final class Sink implements Callable<Integer> {
  private static final int BACKLOG = 200;
  private static final byte[] YES = HttpLine.octets("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

  private final Tally pushes = new Tally();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sink");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> accept(server));
      Conversation.hold(server.getLocalPort(), this::reply);
    }
    return 0;
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The benchmark is over.
    }
  }

  private void serve(Socket socket) {
    try (HttpLine line = new HttpLine(socket)) {
      for (Optional<Received> request = line.read(); request.isPresent(); request = line.read()) {
        take(request.get());
        line.write(YES);
      }
    } catch (IOException gone) {
      // What it did not get an answer to, the gateway sends again.
    }
  }

  private void take(Received request) {
    byte[] octets = request.body().length > 0 ? request.body() : HttpLine.octets(request.start());
    Stamp.find(octets, 0, octets.length).ifPresent(pushes::add);
  }

  private String reply(String... words) {
    return switch (words[0]) {
      case "begin" -> {
        pushes.begin(Integer.parseInt(words[1]));
        yield "ok";
      }
      case "count" -> pushes.count().line();
      case "times" -> pushes.times().line();
      default -> throw new IllegalArgumentException(words[0]);
    };
  }
}
