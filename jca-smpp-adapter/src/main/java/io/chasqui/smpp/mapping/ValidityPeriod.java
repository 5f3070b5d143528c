package io.chasqui.smpp.mapping;

import io.chasqui.domain.link.SmppTime;
import java.time.Duration;

/** validity_period in the relative format (SMPP 3.4, 7.1.1.2): {@code YYMMDDhhmmss000R}. */
final class ValidityPeriod {
  /** What the network itself knows as its longest (3GPP TS 23.040, 9.2.3.12.1). */
  private static final Duration LONGEST = Duration.ofDays(63);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private ValidityPeriod() {}

  static String of(Duration validity) {
    return SmppTime.relative(atLeast(SHORTEST, atMost(LONGEST, validity)));
  }

  private static Duration atMost(Duration limit, Duration value) {
    return value.compareTo(limit) > 0 ? limit : value;
  }

  private static Duration atLeast(Duration limit, Duration value) {
    return value.compareTo(limit) < 0 ? limit : value;
  }
}
