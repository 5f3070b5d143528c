package io.chasqui.app.messaging;

/** What a {@link Worker} does. */
@FunctionalInterface
public interface Task {
  /** Begins on a new session; after a failure on another one. */
  Turn begin(LocalSession session);

  /** The worker is told to stop, on another thread: whoever waits within a turn waits no longer. */
  default void stopping() {}

  /** Whether nothing is left that must be done before the worker may end. */
  default boolean isDone() {
    return true;
  }

  /** A turn failed, its transaction is undone; the next begins on a new session. */
  default void failed(RuntimeException cause) {}

  /** Waits half a second or so at most for something to do, does it and commits. */
  @FunctionalInterface
  interface Turn {
    void run() throws InterruptedException;
  }
}
