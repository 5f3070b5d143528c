package io.chasqui.domain.receipt;

import java.util.Objects;
import java.util.Optional;

/**
 * How a carrier's receipts are read.
 *
 * @param dialect of their ids; empty: learnt from those that have found their message
 * @param states the carrier's own meaning of states and errors
 */
public record ReceiptReading(Optional<IdDialect> dialect, StateTable states) {
  public static final ReceiptReading STANDARD =
      new ReceiptReading(Optional.empty(), StateTable.STANDARD);

  public ReceiptReading {
    Objects.requireNonNull(dialect);
    Objects.requireNonNull(states);
  }
}
