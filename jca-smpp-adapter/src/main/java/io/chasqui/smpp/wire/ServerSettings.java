package io.chasqui.smpp.wire;

import io.chasqui.domain.admission.IpNetwork;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where and how to listen.
 *
 * @param address port 0: any free one
 * @param tls empty: in clear
 * @param proxies networks whose connections begin with a PROXY header, version 1 or 2 (HAProxy's
 *     proxy-protocol.txt); no other may send one
 */
public record ServerSettings(
    InetSocketAddress address,
    Optional<ServerTls> tls,
    List<IpNetwork> proxies,
    AcceptLimits limits) {
  public ServerSettings {
    proxies = List.copyOf(proxies);
  }

  /** In clear, from everywhere directly, with the standard limits. */
  public static ServerSettings at(InetSocketAddress address) {
    return new ServerSettings(address, Optional.empty(), List.of(), AcceptLimits.STANDARD);
  }

  public ServerSettings withTls(ServerTls with) {
    return new ServerSettings(address, Optional.of(with), proxies, limits);
  }

  public ServerSettings behind(List<IpNetwork> networks) {
    return new ServerSettings(address, tls, networks, limits);
  }

  public ServerSettings limited(AcceptLimits to) {
    return new ServerSettings(address, tls, proxies, to);
  }
}
