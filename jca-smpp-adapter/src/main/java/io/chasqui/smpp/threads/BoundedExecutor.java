package io.chasqui.smpp.threads;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Lets so many tasks at once onto the threads of another executor; the others wait in line. */
public final class BoundedExecutor implements Executor {
  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int free;

  public BoundedExecutor(Executor threads, int atOnce) {
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

  /** A task that throws gives its thread back; the others go on with the next task's. */
  private void work() {
    Runnable task = next();
    while (task != null) {
      run(task);
      task = next();
    }
  }

  private void run(Runnable task) {
    boolean normal = false;
    try {
      task.run();
      normal = true;
    } finally {
      if (!normal) {
        giveBack();
      }
    }
  }

  private synchronized void giveBack() {
    free++;
  }

  private synchronized Runnable next() {
    Runnable task = waiting.poll();
    if (task == null) {
      free++;
    }
    return task;
  }
}
