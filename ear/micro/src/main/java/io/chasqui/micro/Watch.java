package io.chasqui.micro;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Acts once a time has passed, unless interrupted before. */
final class Watch {
  private Watch() {}

  static Thread after(Duration time, Runnable action) {
    Thread watch = new Thread(() -> waitThen(time, action), "chasqui-watch");
    watch.setDaemon(true);
    watch.start();
    return watch;
  }

  private static void waitThen(Duration time, Runnable action) {
    try {
      if (!new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        action.run();
      }
    } catch (InterruptedException notNeeded) {
      Thread.currentThread().interrupt();
    }
  }
}
