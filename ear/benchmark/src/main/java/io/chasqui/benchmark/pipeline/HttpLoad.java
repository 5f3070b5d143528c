package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A client's program: each connection has one request under way. */
@Command(name = "pipeline-http", hidden = true, description = "The HTTP client of bench pipeline.")
public final class HttpLoad implements Callable<Integer> {
  @Option(names = "--port", required = true)
  private int port;

  @Option(names = "--form", required = true)
  private RequestForm form;

  @Option(names = "--key", defaultValue = "")
  private String key;

  @Option(names = "--connections", defaultValue = "16")
  private int connections;

  @Option(names = "--messages", description = "in each request", defaultValue = "1")
  private int messages;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private int run;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Conversation.hold(port, this::reply);
    threads.shutdownNow();
    return 0;
  }

  private String reply(String... words) throws IOException, InterruptedException {
    return switch (words[0]) {
      case "begin" -> {
        run = Integer.parseInt(words[1]);
        yield "ok";
      }
      case "send" -> run(Pace.of(words[1])).line();
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private Sent run(Pace pace) throws IOException, InterruptedException {
    Latencies answers = new Latencies();
    Asking asking = new Asking(run, pace.begin(), form, answers);
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      all.add(threads.submit(() -> asking.over(port, key, messages)));
    }
    for (Future<Void> each : all) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      }
    }
    return asking.sent();
  }
}
