package io.chasqui.web.security;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** What the login form was given, and from which address. */
public final class UiCredential extends UsernamePasswordCredential {
  private final String remoteAddress;

  public UiCredential(String username, String password, String remoteAddress) {
    super(username, password);
    this.remoteAddress = remoteAddress;
  }

  /** For the lock-out and the log. */
  public String remoteAddress() {
    return remoteAddress;
  }
}
