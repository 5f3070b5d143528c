package io.chasqui.domain.link;

/**
 * An account of a HiLink stick.
 *
 * @param user 1-64 characters, usually {@code admin}
 * @param password 1-64 characters
 */
public record HilinkLogin(String user, String password) {
  private static final int LONGEST = 64;

  public HilinkLogin {
    require("user", user);
    require("password", password);
  }

  private static void require(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("%s must have 1-%d characters".formatted(what, LONGEST));
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user;
  }
}
