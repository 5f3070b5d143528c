package io.chasqui.simulator;

/** Shares of all messages, 0 to 1. */
final class Rates {

  private Rates() {}

  static void check(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, not " + rate);
    }
  }
}
