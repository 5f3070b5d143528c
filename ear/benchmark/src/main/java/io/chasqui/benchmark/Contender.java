package io.chasqui.benchmark;

/** One way to send over one bind; sends as fast as it can from its start to its close. */
interface Contender extends AutoCloseable {
  /** Submits the SMSC has accepted so far. */
  long accepted();

  /** Receipts that have come so far. */
  long receipts();

  @Override
  void close();
}
