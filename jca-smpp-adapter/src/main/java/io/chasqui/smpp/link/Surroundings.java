package io.chasqui.smpp.link;

import io.chasqui.smpp.wire.Wire;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What links need from the world around them.
 *
 * @param clock for the instants that are shown and stored
 * @param nanos for durations: monotonic, so that a corrected clock times nothing out
 * @param random spreads reconnections
 * @param works runs what may block; refuses with RejectedExecutionException when shutting down
 * @param delivery where events go
 * @param wire the way to the peers
 * @param connects how often it is gone
 */
public record Surroundings(
    Clock clock,
    LongSupplier nanos,
    RandomGenerator random,
    Executor works,
    EventDelivery delivery,
    Wire wire,
    ConnectRate connects) {
  long now() {
    return nanos.getAsLong();
  }
}
