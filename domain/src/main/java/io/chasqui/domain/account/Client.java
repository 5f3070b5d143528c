package io.chasqui.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Who sends through the gateway and owns numbers; its keys stop working while it is not active. */
@Entity
@Table(name = "client")
public class Client {
  @Id private String id;
  private String name;
  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Client() {}

  /**
   * @param id a ULID
   * @param name 1-100 characters
   */
  public static Client of(String id, String name, Instant at) {
    Client client = new Client();
    client.id = id;
    client.active = true;
    client.createdAt = at;
    client.rename(name);
    return client;
  }

  public void rename(String newName) {
    name = Names.valid(newName);
  }

  public void activate() {
    active = true;
  }

  public void deactivate() {
    active = false;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean isActive() {
    return active;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
