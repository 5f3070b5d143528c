package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.SystemId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Tells the application whether an account has receiving sessions: at last as it is. */
final class Presence {
  private static final Logger LOG = System.getLogger(Presence.class.getName());

  private final SystemId account;
  private final BooleanSupplier receiving;
  private final EsmeSurroundings around;
  private final AtomicBoolean due = new AtomicBoolean();
  private boolean told;

  Presence(SystemId account, BooleanSupplier receiving, EsmeSurroundings around) {
    this.account = account;
    this.receiving = receiving;
    this.around = around;
  }

  /** Looks, and tells, on another thread. */
  void mayHaveChanged() {
    if (due.compareAndSet(false, true)) {
      try {
        around.works().execute(this::tell);
      } catch (RejectedExecutionException e) {
        due.set(false);
      }
    }
  }

  /** One at a time, so that the last word is the true one. */
  private synchronized void tell() {
    due.set(false);
    boolean now = receiving.getAsBoolean();
    if (now != told) {
      try {
        around.listener().onPresence(account, now);
        told = now;
      } catch (RuntimeException | LinkageError e) {
        LOG.log(Level.WARNING, account + ": the application did not hear of its sessions", e);
      }
    }
  }
}
