package io.chasqui.domain.link;

import java.time.Duration;

/**
 * The times of a link (SMPP 3.4, 7.2).
 *
 * @param connect for the connection, and again for its TLS handshake
 * @param bind from the bind to its answer
 * @param response how long a submit may stay unanswered before its outcome is unknown
 * @param enquireLink idle time after which the link is probed
 * @param inactivity time without a message either way after which a session is bound anew; zero =
 *     never
 * @param reconnectMin the longest first wait after a failure; later waits double
 * @param reconnectMax the longest wait
 */
public record SmppTimers(
    Duration connect,
    Duration bind,
    Duration response,
    Duration enquireLink,
    Duration inactivity,
    Duration reconnectMin,
    Duration reconnectMax) {
  public static final SmppTimers STANDARD =
      new SmppTimers(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60));

  public SmppTimers {
    requirePositive("connect timeout", connect);
    requirePositive("bind timeout", bind);
    requirePositive("response timeout", response);
    requirePositive("enquire_link interval", enquireLink);
    requirePositive("shortest reconnection wait", reconnectMin);
    if (inactivity.isNegative()) {
      throw new IllegalArgumentException("inactivity timeout is negative: " + inactivity);
    }
    if (reconnectMax.compareTo(reconnectMin) < 0) {
      throw new IllegalArgumentException(
          "longest reconnection wait %s is below the shortest, %s"
              .formatted(reconnectMax, reconnectMin));
    }
  }

  private static void requirePositive(String what, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(what + " must be positive, not " + time);
    }
  }

  public SmppTimers withBind(Duration time) {
    return new SmppTimers(
        connect, time, response, enquireLink, inactivity, reconnectMin, reconnectMax);
  }

  public SmppTimers withResponse(Duration time) {
    return new SmppTimers(connect, bind, time, enquireLink, inactivity, reconnectMin, reconnectMax);
  }

  public SmppTimers withEnquireLink(Duration time) {
    return new SmppTimers(connect, bind, response, time, inactivity, reconnectMin, reconnectMax);
  }

  public SmppTimers withInactivity(Duration time) {
    return new SmppTimers(connect, bind, response, enquireLink, time, reconnectMin, reconnectMax);
  }

  public SmppTimers withReconnect(Duration min, Duration max) {
    return new SmppTimers(connect, bind, response, enquireLink, inactivity, min, max);
  }
}
