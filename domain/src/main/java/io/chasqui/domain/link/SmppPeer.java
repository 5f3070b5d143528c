package io.chasqui.domain.link;

import java.util.Objects;
import java.util.Optional;

/**
 * Where an SMSC listens.
 *
 * @param host name or address
 * @param port 1-65535
 * @param tls empty: in clear
 */
public record SmppPeer(String host, int port, Optional<TlsSettings> tls) {
  public SmppPeer {
    Objects.requireNonNull(host);
    Objects.requireNonNull(tls);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port %d of %s is not 1-65535".formatted(port, host));
    }
  }

  public static SmppPeer of(String host, int port) {
    return new SmppPeer(host, port, Optional.empty());
  }

  public SmppPeer withTls(TlsSettings settings) {
    return new SmppPeer(host, port, Optional.of(settings));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
