package io.chasqui.app.config;

import java.util.Optional;

/** An external part of the gateway: a database or a broker, with its credentials. */
public record ServerAddress(String url, Optional<String> user, Optional<String> password) {
  /** Without the credentials; a URL may hold some too, so only its start. */
  @Override
  public String toString() {
    return url.replaceAll("[?;].*", "");
  }
}
