package io.chasqui.domain.link;

import java.time.Duration;
import java.util.Objects;

/**
 * What follows when an SMSC refuses a submit with a certain status.
 *
 * @param delay before the same message is tried again
 * @param attempts how often it is tried again before it has failed; 0 with {@link Reaction#FAIL}
 */
public record StatusPolicy(Reaction reaction, Duration delay, int attempts) {

  /** Of the link, and of the pipeline behind it. */
  public enum Reaction {
    /** The message has failed. */
    FAIL,
    /** The message is tried again after the delay; others go on. */
    RETRY,
    /** The link slows down at once; the message goes back to the head of its queue, in order. */
    THROTTLE,
    /** The session is bound anew; the message goes back to the head of its queue. */
    REBIND
  }

  public static final StatusPolicy FAIL = new StatusPolicy(Reaction.FAIL, Duration.ZERO, 0);

  public StatusPolicy {
    Objects.requireNonNull(reaction);
    if (delay.isNegative() || attempts < 0) {
      throw new IllegalArgumentException(
          "%s after %s, %d times: neither may be negative".formatted(reaction, delay, attempts));
    }
  }

  public static StatusPolicy retry(int attempts, Duration delay) {
    return new StatusPolicy(Reaction.RETRY, delay, attempts);
  }

  public static StatusPolicy throttle(int attempts, Duration delay) {
    return new StatusPolicy(Reaction.THROTTLE, delay, attempts);
  }

  public static StatusPolicy rebind(int attempts) {
    return new StatusPolicy(Reaction.REBIND, Duration.ZERO, attempts);
  }

  /** Whether the message may be sent later. */
  public boolean isPassing() {
    return reaction != Reaction.FAIL;
  }
}
