package io.chasqui.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bearer token of an administrator, known by its SHA-256 only. Never changes, so no version. */
@Entity
@Table(name = "admin_token")
public class AdminToken {
  /** What the token is good for. */
  public enum Kind {
    ACCESS,
    REFRESH
  }

  /** SHA-256 in lower-case hex. */
  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  private String username;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  /** The login this token and its siblings come from; they end together. */
  private String family;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected AdminToken() {}

  public static AdminToken of(
      String tokenHash, String username, Kind kind, String family, Instant expiresAt) {
    AdminToken token = new AdminToken();
    token.tokenHash = tokenHash;
    token.username = username;
    token.kind = kind;
    token.family = family;
    token.expiresAt = expiresAt;
    return token;
  }

  public boolean isGoodFor(Kind use, Instant now) {
    return kind == use && now.isBefore(expiresAt);
  }

  public String tokenHash() {
    return tokenHash;
  }

  public String username() {
    return username;
  }

  public String family() {
    return family;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
