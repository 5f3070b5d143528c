package io.chasqui.app.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials that were right a short while ago, so that Basic authentication does not cost a slow
 * hash each request. Kept as an HMAC under a key of this process only.
 */
public final class VerifiedCredentials {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 1_000;
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<String, Instant> until = new BoundedMap<>(MOST);
  private final SecretKeySpec key;
  private final Clock clock;

  public VerifiedCredentials(Clock clock) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    key = new SecretKeySpec(bytes, ALGORITHM);
    this.clock = clock;
  }

  public boolean knows(String username, String password) {
    String fingerprint = fingerprint(username, password);
    synchronized (until) {
      Instant end = until.get(fingerprint);
      return end != null && clock.instant().isBefore(end);
    }
  }

  public void remember(String username, String password) {
    String fingerprint = fingerprint(username, password);
    synchronized (until) {
      until.put(fingerprint, clock.instant().plus(KEPT));
    }
  }

  /** After a password changed. */
  public void forgetAll() {
    synchronized (until) {
      until.clear();
    }
  }

  private String fingerprint(String username, String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(username.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
