package io.chasqui.modem.ra;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The application server's threads as an executor. */
record WorkExecutor(WorkManager manager) implements Executor {

  @Override
  public void execute(Runnable task) {
    try {
      manager.scheduleWork(new Task(task));
    } catch (WorkException | IllegalStateException e) {
      throw new RejectedExecutionException("the application server takes no work", e);
    }
  }

  private record Task(Runnable task) implements Work {
    @Override
    public void run() {
      task.run();
    }

    /** Nothing to do: what blocks is freed when the links stop and their devices close. */
    @Override
    public void release() {}
  }
}
