package io.chasqui.smpp.esme;

import java.util.concurrent.atomic.LongAdder;

/**
 * What one session has done since its bind.
 *
 * @param strays responses to nothing that was asked, or too late
 */
record Figures(LongAdder submitted, LongAdder delivered, LongAdder throttled, LongAdder strays) {
  Figures() {
    this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
  }

  @Override
  public String toString() {
    return "%d submitted, %d throttled, %d delivered, %d stray answers"
        .formatted(submitted.sum(), throttled.sum(), delivered.sum(), strays.sum());
  }
}
