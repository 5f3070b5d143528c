package io.chasqui.domain.operations;

import io.chasqui.domain.classification.ServicePattern;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A service whose messages the gateway tells by a pattern. */
@Entity
@Table(name = "service")
public class Service {
  private static final int LONGEST_NAME = 100;

  @Id private String id;
  private String name;
  private String pattern;
  private int priority;
  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Service() {}

  public static Service of(ServicePattern pattern, Instant at) {
    Service service = new Service();
    service.id = pattern.serviceId();
    service.active = true;
    service.createdAt = at;
    service.tellBy(pattern);
    return service;
  }

  /** Takes over name, priority and pattern. */
  public void tellBy(ServicePattern newPattern) {
    if (newPattern.name().isBlank() || newPattern.name().length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name must have 1-%d characters".formatted(LONGEST_NAME));
    }
    name = newPattern.name();
    priority = newPattern.priority();
    pattern = newPattern.pattern().pattern();
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

  public String pattern() {
    return pattern;
  }

  public int priority() {
    return priority;
  }

  public boolean isActive() {
    return active;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public ServicePattern toPattern() {
    return ServicePattern.of(id, name, priority, pattern);
  }
}
