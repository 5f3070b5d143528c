package io.chasqui.smpp.wire;

import java.time.Duration;

/**
 * What a peer that does not read, or talks for nothing, may cost.
 *
 * @param pause octets unread by the peer beyond which nothing more of it is read
 * @param cut octets unread by the peer beyond which the session ends
 * @param stall time after which a peer that reads nothing of what waits for it is cut off
 * @param noise PDUs a second that lead to nothing (enquiries, what is refused, answers to nothing);
 *     beyond them, and as many at once, the peer is read more slowly
 */
public record WireLimits(long pause, long cut, Duration stall, int noise) {
  private static final long MEBI = 1 << 20;

  /** 1 MiB, 4 MiB, a minute and 500. */
  public static final WireLimits STANDARD =
      new WireLimits(MEBI, 4 * MEBI, Duration.ofMinutes(1), 500);

  public WireLimits {
    if (pause < 1 || cut <= pause || stall.isNegative() || stall.isZero() || noise < 1) {
      throw new IllegalArgumentException(
          "pause must be positive and below cut, stall and noise positive");
    }
  }
}
