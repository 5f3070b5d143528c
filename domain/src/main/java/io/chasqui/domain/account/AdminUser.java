package io.chasqui.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A person who administers the gateway. The password is kept as a slow hash only. */
@Entity
@Table(name = "admin_user")
public class AdminUser {
  @Id private String username;

  @Column(name = "password_hash")
  private String passwordHash;

  private String language;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected AdminUser() {}

  /**
   * @param username 1-64 characters
   */
  public static AdminUser of(String username, String passwordHash, Instant at) {
    AdminUser user = new AdminUser();
    user.username = username;
    user.language = "en";
    user.createdAt = at;
    user.changePassword(passwordHash);
    return user;
  }

  public void changePassword(String newPasswordHash) {
    passwordHash = newPasswordHash;
  }

  /** The language of the pages this person sees: en, es, pt, fr or de. */
  public void speak(String newLanguage) {
    language = newLanguage;
  }

  public String username() {
    return username;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public String language() {
    return language;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
