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

  /** As stories and logs name it; nothing secret. */
  String name();

  /** An administrator. */
  record Administrator(String username) implements Caller {
    @Override
    public String name() {
      return "administrator " + username;
    }

    @Override
    public Optional<String> clientId() {
      return Optional.empty();
    }
  }

  /** A client's program. */
  record Client(AuthenticatedKey key) implements Caller {
    @Override
    public String name() {
      return "the client, by key " + key.keyId();
    }

    @Override
    public Optional<String> clientId() {
      return Optional.of(key.clientId());
    }
  }

  static Caller of(ContainerRequestContext request) {
    return (Caller) request.getProperty(PROPERTY);
  }
}
