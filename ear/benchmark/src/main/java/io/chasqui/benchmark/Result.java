package io.chasqui.benchmark;

/**
 * What was measured of one contender.
 *
 * @param perSecond messages accepted a second
 * @param receiptsPerSecond receipts that came back a second
 * @param cpuMicros processor time of this process for each message, in microseconds
 */
record Result(double perSecond, double receiptsPerSecond, double cpuMicros) {

  Result better(Result other) {
    return other.cpuMicros < cpuMicros ? other : this;
  }

  @Override
  public String toString() {
    return "%,9.0f messages/s  %,9.0f receipts/s  %6.1f us CPU a message"
        .formatted(perSecond, receiptsPerSecond, cpuMicros);
  }
}
