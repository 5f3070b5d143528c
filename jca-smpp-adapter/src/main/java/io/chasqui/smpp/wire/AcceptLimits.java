package io.chasqui.smpp.wire;

import java.time.Duration;

/**
 * What connecting alone may cost.
 *
 * @param connections open at once
 * @param unboundPerAddress connections of one address that have not bound yet
 * @param bindTimeout from the accept to the bind; a proxy's header and TLS are part of it
 */
public record AcceptLimits(int connections, int unboundPerAddress, Duration bindTimeout) {
  /** 5 000 connections, 50 unbound an address, 10 s. */
  public static final AcceptLimits STANDARD = new AcceptLimits(5000, 50, Duration.ofSeconds(10));

  public AcceptLimits {
    if (connections < 1 || unboundPerAddress < 1 || bindTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("the limits of accepting start at 1");
    }
  }
}
