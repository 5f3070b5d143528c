package io.chasqui.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where a client's events are pushed to; one for each client. */
@Entity
@Table(name = "webhook")
public class Webhook {
  private static final int LONGEST_URL = 2000;

  @Id private String id;

  @Column(name = "client_id")
  private String clientId;

  private String url;

  @Column(name = "secret_enc")
  private byte[] secretEncrypted;

  private String format;
  private boolean enabled;

  @Column(name = "disabled_reason")
  private String disabledReason;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Webhook() {}

  /**
   * @param id a ULID
   * @param secretEncrypted the signing secret, encrypted for this id
   */
  public static Webhook of(
      String id,
      String clientId,
      URI url,
      byte[] secretEncrypted,
      WebhookFormat format,
      Instant at) {
    Webhook webhook = new Webhook();
    webhook.id = id;
    webhook.clientId = clientId;
    webhook.createdAt = at;
    webhook.pointTo(url, secretEncrypted, format);
    return webhook;
  }

  /** Replaces the endpoint and switches it on again. */
  public void pointTo(URI newUrl, byte[] newSecretEncrypted, WebhookFormat newFormat) {
    url = checked(newUrl).toString();
    secretEncrypted = newSecretEncrypted.clone();
    format = newFormat.word();
    enabled = true;
    disabledReason = null;
  }

  /**
   * @throws IllegalArgumentException unless {@code url} is absolute, http or https, without user
   *     information and at most 2000 characters long
   */
  public static URI checked(URI url) {
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    if (!web || url.getHost() == null || url.getPort() == 0 || url.getPort() > 65535) {
      throw new IllegalArgumentException("url must be absolute, http:// or https://");
    }
    if (url.getUserInfo() != null || url.getFragment() != null) {
      throw new IllegalArgumentException("url must not hold credentials or a fragment");
    }
    if (url.toString().length() > LONGEST_URL) {
      throw new IllegalArgumentException(
          "url must have at most %d characters".formatted(LONGEST_URL));
    }
    return url;
  }

  public String id() {
    return id;
  }

  public String clientId() {
    return clientId;
  }

  public URI url() {
    return URI.create(url);
  }

  public byte[] secretEncrypted() {
    return secretEncrypted.clone();
  }

  public WebhookFormat format() {
    return WebhookFormat.of(format);
  }

  public boolean isEnabled() {
    return enabled;
  }

  public Optional<String> disabledReason() {
    return Optional.ofNullable(disabledReason);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
