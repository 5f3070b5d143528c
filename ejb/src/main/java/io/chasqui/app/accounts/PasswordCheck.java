package io.chasqui.app.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Compares passwords with their slow hashes, few at once: whoever sends wrong ones must not get all
 * processors.
 */
public final class PasswordCheck {
  private final Semaphore places;
  private final Duration patience;

  /**
   * @param atOnce hashes computed at the same time, 1 or more
   * @param patience how long one may wait for its turn
   */
  public PasswordCheck(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /** Empty when its turn did not come. */
  public Optional<Boolean> matches(String password, String hash) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(PasswordHash.matches(password, hash));
    } finally {
      places.release();
    }
  }
}
