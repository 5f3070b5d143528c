package io.chasqui.domain.account;

import io.chasqui.domain.address.Msisdn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A number of ours: what arrives at it belongs to its client. */
@Entity
@Table(name = "number")
public class PhoneNumber {
  @Id private String number;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected PhoneNumber() {}

  public static PhoneNumber of(Msisdn number, String clientId, Instant at) {
    PhoneNumber phone = new PhoneNumber();
    phone.number = number.value();
    phone.clientId = clientId;
    phone.createdAt = at;
    return phone;
  }

  /** What arrives from now on belongs to another client; what has arrived stays where it is. */
  public void assignTo(String newClientId) {
    clientId = newClientId;
  }

  public Msisdn number() {
    return Msisdn.of(number);
  }

  public String clientId() {
    return clientId;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
