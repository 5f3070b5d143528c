package io.chasqui.benchmark.pipeline;

import java.util.concurrent.TimeUnit;

/**
 * How fast and for how long messages are sent.
 *
 * @param millis of the whole run
 * @param perSecond at most; 0: as fast as they are taken
 */
record Pace(long millis, int perSecond) {

  static Pace of(String word) {
    String[] parts = word.split("/");
    return new Pace(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
  }

  static Pace seconds(int seconds) {
    return new Pace(TimeUnit.SECONDS.toMillis(seconds), 0);
  }

  Pace at(int rate) {
    return new Pace(millis, rate);
  }

  String word() {
    return millis + "/" + perSecond;
  }

  /** A run that begins now. */
  Course begin() {
    return new Course(System.nanoTime(), this);
  }

  /** One run: says whether the next message is due. */
  record Course(long since, Pace pace) {

    boolean isOver() {
      return System.nanoTime() - since >= TimeUnit.MILLISECONDS.toNanos(pace.millis());
    }

    /** How many messages may have been sent by now. */
    long due() {
      return pace.perSecond() == 0
          ? Long.MAX_VALUE
          : (long) ((System.nanoTime() - since) / 1e9 * pace.perSecond());
    }
  }
}
