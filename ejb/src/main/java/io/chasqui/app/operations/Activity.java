package io.chasqui.app.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A counter that moves on when messages have: whoever shows them compares versions instead of
 * asking the database.
 */
@ApplicationScoped
public class Activity {
  private final AtomicLong version = new AtomicLong();

  /** To be called after a batch's transaction has committed; cheap, from any thread. */
  public void touch() {
    version.incrementAndGet();
  }

  /** Grows with every {@link #touch()}; starts at 0 with the gateway. */
  public long version() {
    return version.get();
  }
}
