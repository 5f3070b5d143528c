package io.chasqui.web.security;

import io.chasqui.app.operations.AuthenticatedKey;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Who calls the API. */
public sealed interface Caller {
  /** The request's property under which resources find it. */
  String PROPERTY = "io.chasqui.caller";

  /** Whose things the caller sees; empty for an administrator, who sees all. */
  Optional<String> clientId();

  /** An administrator. */
  record Administrator(String username) implements Caller {
    @Override
    public Optional<String> clientId() {
      return Optional.empty();
    }
  }

  /** A client's program. */
  record Client(AuthenticatedKey key) implements Caller {
    @Override
    public Optional<String> clientId() {
      return Optional.of(key.clientId());
    }
  }

  static Caller of(ContainerRequestContext request) {
    return (Caller) request.getProperty(PROPERTY);
  }
}
