package io.chasqui.simulator;

/**
 * A message sent over and over while anybody is bound to get it.
 *
 * @param every from one to the next; at least 1 ms
 */
public record MoSchedule(Delay every, MobileOriginated message) {

  public MoSchedule {
    if (every.minMillis() < 1) {
      throw new IllegalArgumentException("the time between two MO messages starts at 1 ms");
    }
  }
}
