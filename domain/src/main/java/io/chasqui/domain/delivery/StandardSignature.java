package io.chasqui.domain.delivery;

import io.chasqui.domain.account.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The three headers of one attempt (Standard Webhooks 1.0, "Webhook headers"): the id stays the
 * same for every attempt, the timestamp is the attempt's, the signature covers both and the body.
 *
 * @param id without dots, since a dot separates the parts that are signed
 * @param timestamp seconds since 1970
 * @param value {@code v1,} and the HMAC-SHA256 of {@code id.timestamp.body} in base 64
 */
public record StandardSignature(String id, long timestamp, String value) {
  private static final String HMAC = "HmacSHA256";

  /**
   * @param body the octets as they are sent
   */
  public static StandardSignature of(WebhookSecret secret, String id, Instant at, byte[] body) {
    if (id.indexOf('.') >= 0) {
      throw new IllegalArgumentException("'" + id + "' has a dot: no webhook-id may");
    }
    long timestamp = at.getEpochSecond();
    Mac mac = hmac(secret);
    mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
    String digest = Base64.getEncoder().encodeToString(mac.doFinal(body));
    return new StandardSignature(id, timestamp, "v1," + digest);
  }

  public Map<String, String> headers() {
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(timestamp),
        "webhook-signature", value);
  }

  private static Mac hmac(WebhookSecret secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.key(), HMAC));
      return mac;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform has " + HMAC, broken);
    }
  }
}
