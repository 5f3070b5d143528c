package io.chasqui.smpp.ra;

import jakarta.resource.ResourceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.OptionalInt;

/**
 * How the container's transaction around a delivery ended. Payara logs a commit that fails in
 * {@code afterDelivery} and swallows it: without this, the peer would be told that what was rolled
 * back is safe.
 */
final class CommitWatch implements Synchronization {
  private final boolean transacted;
  private volatile OptionalInt end = OptionalInt.empty();

  private CommitWatch(boolean transacted) {
    this.transacted = transacted;
  }

  /** Watches the transaction of this thread, if there is one. */
  static CommitWatch on(TransactionSynchronizationRegistry transactions) {
    boolean active = transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    CommitWatch watch = new CommitWatch(active);
    if (active) {
      transactions.registerInterposedSynchronization(watch);
    }
    return watch;
  }

  @Override
  public void beforeCompletion() {
    // Only the end counts.
  }

  @Override
  public void afterCompletion(int status) {
    end = OptionalInt.of(status);
  }

  /**
   * @throws ResourceException when there was a transaction and it has not been committed
   */
  void check() throws ResourceException {
    if (transacted && end.orElse(Status.STATUS_UNKNOWN) != Status.STATUS_COMMITTED) {
      throw new ResourceException("the listener's transaction was not committed");
    }
  }
}
