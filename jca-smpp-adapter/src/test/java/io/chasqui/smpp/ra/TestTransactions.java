package io.chasqui.smpp.ra;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** The container's transactions: one a thread, each ends as the test says. */
public final class TestTransactions implements TransactionSynchronizationRegistry {
  private final ThreadLocal<List<Synchronization>> current = new ThreadLocal<>();
  private volatile int endStatus = Status.STATUS_COMMITTED;

  /** {@link Status#STATUS_NO_TRANSACTION}: deliveries have none. */
  public void endWith(int status) {
    endStatus = status;
  }

  void begin() {
    if (endStatus != Status.STATUS_NO_TRANSACTION) {
      current.set(new ArrayList<>());
    }
  }

  /** As Payara does, without a word about a commit that failed. */
  void end() {
    List<Synchronization> watching = current.get();
    current.remove();
    if (watching != null) {
      watching.forEach(one -> one.afterCompletion(endStatus));
    }
  }

  @Override
  public int getTransactionStatus() {
    return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
  }

  @Override
  public void registerInterposedSynchronization(Synchronization synchronization) {
    current.get().add(synchronization);
  }

  @Override
  public Object getTransactionKey() {
    return current.get();
  }

  @Override
  public void putResource(Object key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object getResource(Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setRollbackOnly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean getRollbackOnly() {
    return false;
  }
}
