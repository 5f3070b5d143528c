package io.chasqui.modem.hilink;

import io.chasqui.domain.link.HilinkLogin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The request of a login, in the two ways sticks ask for. */
final class HilinkPassword {
  /** password_type of a password bound to the token it is sent with. */
  static final int HASHED = 4;

  private HilinkPassword() {}

  static String encoded(HilinkLogin account) {
    return request(account, base64(account.password()), 0);
  }

  static String hashed(HilinkLogin account, String token) {
    String inner = base64(sha256(account.password()));
    return request(account, base64(sha256(account.user() + inner + token)), HASHED);
  }

  private static String request(HilinkLogin account, String password, int type) {
    return Xml.request(
        Xml.element("Username", account.user()),
        Xml.element("Password", password),
        Xml.element("password_type", type));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In hexadecimal, as the stick's own page does. */
  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
