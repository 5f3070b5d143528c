package io.chasqui.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A client's key to the API. The secret itself is not here, only its SHA-256. */
@Entity
@Table(name = "api_key")
public class ApiKey {
  @Id private String id;

  @Column(name = "client_id")
  private String clientId;

  private String name;
  private String prefix;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  private String scopes;

  @Column(name = "messages_per_hour")
  private int messagesPerHour;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Version private int version;

  protected ApiKey() {}

  /**
   * @param id a ULID
   * @param scopes one at least
   * @param messagesPerHour 0 = no limit
   */
  public static ApiKey of(
      String id,
      String clientId,
      String name,
      ApiKeySecret secret,
      Set<Scope> scopes,
      int messagesPerHour,
      Instant at) {
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a key needs a scope at least");
    }
    if (messagesPerHour < 0) {
      throw new IllegalArgumentException("messages_per_hour starts at 0, which means no limit");
    }
    ApiKey key = new ApiKey();
    key.id = id;
    key.clientId = clientId;
    key.name = Names.valid(name);
    key.prefix = secret.prefix();
    key.secretHash = secret.hash();
    key.scopes = Scope.write(scopes);
    key.messagesPerHour = messagesPerHour;
    key.createdAt = at;
    return key;
  }

  /** Ends the key's life; a second time changes nothing. */
  public void revoke(Instant at) {
    if (revokedAt == null) {
      revokedAt = at;
    }
  }

  public String id() {
    return id;
  }

  public String clientId() {
    return clientId;
  }

  public String name() {
    return name;
  }

  /** The first characters of the key, by which people recognise it. */
  public String prefix() {
    return prefix;
  }

  public byte[] secretHash() {
    return secretHash.clone();
  }

  public Set<Scope> scopes() {
    return Scope.read(scopes);
  }

  public int messagesPerHour() {
    return messagesPerHour;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }
}
