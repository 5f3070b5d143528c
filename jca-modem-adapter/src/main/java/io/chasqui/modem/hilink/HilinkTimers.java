package io.chasqui.modem.hilink;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param exchange for a connection, and again for an answer
 * @param sendPoll between questions for what became of a message
 * @param sendLimit after which nobody knows what became of it
 * @param inbox between looks for incoming messages
 * @param status between looks at signal and network
 * @param settling for the parts of a long message, which the stick joins one after another
 * @param retry first wait after a failure; doubled up to a minute
 */
record HilinkTimers(
    Duration exchange,
    Duration sendPoll,
    Duration sendLimit,
    Duration inbox,
    Duration status,
    Duration settling,
    Duration retry) {
  static final HilinkTimers STANDARD =
      new HilinkTimers(
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(90),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /**
   * @param failures in a row, 1 or more
   */
  Duration retryAfter(int failures) {
    Duration wait = retry.multipliedBy(1L << Math.min(5, failures - 1));
    return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
  }
}
