package io.chasqui.domain.routing;

import io.chasqui.domain.link.ConnectorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** One row of the routing table: which connectors take a message, the first that can. */
@Entity
@Table(name = "route")
public class Route {
  /** The place of the default route, taken by what no other route takes. */
  public static final int DEFAULT_POSITION = 0;

  private static final int MOST_CONNECTORS = 30;

  /** What a route looks at. */
  public enum Kind {
    /** At nothing: it takes every message. */
    DEFAULT
  }

  @Id private int position;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String connectors;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Route() {}

  /** The default route by these connectors: 1-30, none twice. */
  public static Route byDefault(List<ConnectorId> connectors, Instant at) {
    Route route = new Route();
    route.position = DEFAULT_POSITION;
    route.kind = Kind.DEFAULT;
    route.createdAt = at;
    route.leadTo(connectors);
    return route;
  }

  public void leadTo(List<ConnectorId> newConnectors) {
    if (newConnectors.isEmpty() || newConnectors.size() > MOST_CONNECTORS) {
      throw new IllegalArgumentException(
          "a route names 1-%d connectors".formatted(MOST_CONNECTORS));
    }
    if (new HashSet<>(newConnectors).size() < newConnectors.size()) {
      throw new IllegalArgumentException("a route names a connector once");
    }
    connectors = newConnectors.stream().map(ConnectorId::value).collect(Collectors.joining(","));
  }

  public int position() {
    return position;
  }

  public Kind kind() {
    return kind;
  }

  public List<ConnectorId> connectors() {
    return Arrays.stream(connectors.split(",")).map(ConnectorId::of).toList();
  }

  public Instant createdAt() {
    return createdAt;
  }
}
