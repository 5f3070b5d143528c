package io.chasqui.smpp.wire;

import io.chasqui.domain.link.PemIdentity;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * TLS 1.2 or 1.3 towards clients. Files that change are read again, without a restart.
 *
 * @param clients PEM file of the certificates client certificates must go back to; empty: none is
 *     asked for
 */
public record ServerTls(PemIdentity identity, Optional<Path> clients) {
  public ServerTls {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(clients);
  }
}
