package io.chasqui.micro.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the demonstration's webhook, checked the way a customer's own code would (Standard
 * Webhooks 1.0, "Verifying webhook authenticity"), with nothing of the gateway's in between.
 */
record PushSecret(byte[] key) {
  private static final int BYTES = 32;

  static PushSecret generate() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return new PushSecret(key);
  }

  String text() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /**
   * @param signatures the header {@code webhook-signature}: {@code v1,base64}, several by spaces
   */
  boolean signed(String id, String timestamp, String body, String signatures) {
    byte[] expected = sign(id + "." + timestamp + "." + body);
    return Arrays.stream(signatures.split(" "))
        .filter(signature -> signature.startsWith("v1,"))
        .map(signature -> signature.substring(3).getBytes(StandardCharsets.UTF_8))
        .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
  }

  private byte[] sign(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encode(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
