package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeListener;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What the server needs from the world around it.
 *
 * @param clock for the instants that are shown and stored
 * @param nanos for durations; monotonic
 * @param works runs what may block; refuses with RejectedExecutionException when shutting down
 * @param listener the application; throws when it is not there
 */
public record EsmeSurroundings(
    Clock clock, LongSupplier nanos, Executor works, EsmeListener listener) {
  long now() {
    return nanos.getAsLong();
  }
}
