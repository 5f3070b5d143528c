package io.chasqui.smpp.wire;

import java.time.Duration;

/**
 * What a peer that does not read may cost.
 *
 * @param pause octets unread by the peer beyond which nothing more of it is read
 * @param cut octets unread by the peer beyond which the session ends
 * @param stall time after which a peer that reads nothing of what waits for it is cut off
 */
public record WireLimits(long pause, long cut, Duration stall) {
  private static final long MEBI = 1 << 20;

  /** 1 MiB, 4 MiB and a minute. */
  public static final WireLimits STANDARD = new WireLimits(MEBI, 4 * MEBI, Duration.ofMinutes(1));

  public WireLimits {
    if (pause < 1 || cut <= pause || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException("pause must be positive and below cut, stall positive");
    }
  }
}
