package io.chasqui.domain.esme;

import io.chasqui.domain.link.BindType;
import java.net.InetAddress;
import java.util.Objects;

/**
 * An ESME asks to be let in. Its words are as they came, valid or not.
 *
 * @param interfaceVersion as claimed (SMPP 3.4, 5.2.4)
 * @param peer the ESME's address; behind a trusted proxy the one the proxy tells
 * @param tls whether the connection is encrypted
 */
public record EsmeBind(
    String systemId,
    String password,
    String systemType,
    BindType type,
    int interfaceVersion,
    InetAddress peer,
    boolean tls) {
  public EsmeBind {
    Objects.requireNonNull(systemId);
    Objects.requireNonNull(password);
    Objects.requireNonNull(systemType);
    Objects.requireNonNull(type);
    Objects.requireNonNull(peer);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s (%s) from %s".formatted(systemId, type, peer.getHostAddress());
  }
}
