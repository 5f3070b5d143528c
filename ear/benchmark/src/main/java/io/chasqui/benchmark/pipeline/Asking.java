package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;
import io.chasqui.benchmark.pipeline.HttpLine.Received;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One run of an HTTP client over several connections. */
final class Asking {
  private static final long A_WHILE = 200_000;

  private final int run;
  private final Pace.Course course;
  private final RequestForm form;
  private final Latencies answers;
  private final AtomicInteger serial = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Asking(int run, Pace.Course course, RequestForm form, Latencies answers) {
    this.run = run;
    this.course = course;
    this.form = form;
    this.answers = answers;
  }

  /** Asks over one connection at a time, until the run is over. */
  Void over(int port, String key, int messages) throws IOException {
    while (!course.isOver()) {
      try (HttpLine line = new HttpLine(new Socket("127.0.0.1", port))) {
        askOver(line, "127.0.0.1:" + port, key, messages);
      }
    }
    return null;
  }

  private void askOver(HttpLine line, String host, String key, int messages) throws IOException {
    boolean isLast = false;
    while (!isLast && !course.isOver()) {
      if (serial.get() < course.due()) {
        isLast = ask(line, form.of(stamps(messages), host, key), messages);
      } else {
        LockSupport.parkNanos(A_WHILE);
      }
    }
  }

  private List<Stamp> stamps(int messages) {
    int first = serial.getAndAdd(messages);
    return IntStream.range(first, first + messages).mapToObj(each -> Stamp.now(run, each)).toList();
  }

  /** Whether the other side closes the connection after its answer. */
  private boolean ask(HttpLine line, byte[] request, int messages) throws IOException {
    long since = System.nanoTime();
    line.write(request);
    Received answer = line.read().orElseThrow(() -> new EOFException("the gateway closed"));
    answers.add(System.nanoTime() - since);
    (answer.status() / 100 == 2 ? accepted : refused).addAndGet(messages);
    return answer.isLast();
  }

  Sent sent() {
    return new Sent(accepted.get(), refused.get(), course.since(), Times.of(answers));
  }
}
