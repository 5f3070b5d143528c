package io.chasqui.micro;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the gateway says of itself that it is ready, asked as anyone would. */
final class Readiness {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final HttpRequest question;

  Readiness(String url) {
    question =
        HttpRequest.newBuilder(URI.create(url + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * @param patience until it gives up
   * @param stop ends the wait early
   * @return whether it became ready
   */
  boolean await(Duration patience, CountDownLatch stop) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (ready()) {
        return true;
      }
      if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  private boolean ready() throws InterruptedException {
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
