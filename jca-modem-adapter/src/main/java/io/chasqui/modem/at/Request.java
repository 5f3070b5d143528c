package io.chasqui.modem.at;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Something another thread wants of a modem's actor. */
final class Request<T> {

  /** What the actor does for it. */
  @FunctionalInterface
  interface Work<T> {
    T on(AtSession session) throws InterruptedException;
  }

  private enum State {
    WAITING,
    TAKEN,
    WITHDRAWN
  }

  private final Work<T> work;
  private final Function<String, T> refusal;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<T> result = new CompletableFuture<>();

  /**
   * @param refusal what it gets where the work cannot begin, of the reason; or throws
   */
  Request(Work<T> work, Function<String, T> refusal) {
    this.work = work;
    this.refusal = refusal;
  }

  /** By the actor, unless nobody waits for it any more. */
  void fulfil(AtSession session) throws InterruptedException {
    if (!state.compareAndSet(State.WAITING, State.TAKEN)) {
      return;
    }
    try {
      result.complete(work.on(session));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    } finally {
      result.completeExceptionally(new IllegalStateException("the modem is closed"));
    }
  }

  /** By the actor, or by whoever finds that there is none. */
  void refuse(String reason) {
    if (state.compareAndSet(State.WAITING, State.TAKEN)) {
      try {
        result.complete(refusal.apply(reason));
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    }
  }

  /** Waits for the result, at most until an interrupt. */
  T await() throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException surprise
          ? surprise
          : new IllegalStateException(e.getCause());
    }
  }

  /**
   * @return whether it had not begun, and will not
   */
  boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }
}
