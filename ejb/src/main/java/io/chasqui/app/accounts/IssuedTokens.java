package io.chasqui.app.accounts;

import java.time.Duration;

/** Bearer tokens just issued; their text is nowhere else. */
public record IssuedTokens(String access, String refresh, Duration expiresIn) {
  @Override
  public String toString() {
    return "tokens for " + expiresIn;
  }
}
