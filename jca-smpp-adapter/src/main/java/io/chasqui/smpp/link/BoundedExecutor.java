package io.chasqui.smpp.link;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Lets so many tasks at once onto the threads of another executor; the others wait in line. */
final class BoundedExecutor implements Executor {
  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int free;

  BoundedExecutor(Executor threads, int atOnce) {
    this.threads = threads;
    this.free = atOnce;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      waiting.add(task);
      if (free == 0) {
        return;
      }
      free--;
    }
    start();
  }

  private void start() {
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        free++;
        waiting.clear();
      }
      throw e;
    }
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private synchronized Runnable next() {
    Runnable task = waiting.poll();
    if (task == null) {
      free++;
    }
    return task;
  }
}
