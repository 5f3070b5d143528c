package io.chasqui.smpp.wire;

import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.TlsSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * Where to connect to.
 *
 * @param host name or address
 * @param tls empty: in clear
 * @param patience for the connection, and again for the TLS handshake
 */
public record WireTarget(String host, int port, Optional<TlsSettings> tls, Duration patience) {

  public static WireTarget of(SmppPeer peer, Duration patience) {
    return new WireTarget(peer.host(), peer.port(), peer.tls(), patience);
  }
}
