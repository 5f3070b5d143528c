package io.chasqui.domain.delivery;

import io.chasqui.domain.admission.IpNetwork;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses a URL given by a client may lead us to: public ones, and the networks the
 * operator adds. Without it a webhook could reach what only this machine can reach (OWASP, Server
 * Side Request Forgery Prevention). Ask about the address that will be connected to, not about a
 * name: a name may resolve differently the next time.
 *
 * @param allowed networks permitted besides the public addresses
 */
public record Egress(List<IpNetwork> allowed) {
  /** IANA IPv4 Special-Purpose Address Registry, multicast, and one cloud's own. */
  private static final List<IpNetwork> NOT_PUBLIC_V4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8",
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8",
          "168.63.129.16/32", // Azure's virtual host
          "169.254.0.0/16", // link-local, the clouds' metadata among it
          "172.16.0.0/12",
          "192.0.0.0/24", // IETF protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16",
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** Only this is handed out; what lies outside is local, mapped, translated or reserved. */
  private static final IpNetwork GLOBAL_V6 = IpNetwork.of("2000::/3");

  private static final List<IpNetwork> NOT_PUBLIC_V6 =
      networks(
          "2001::/23", // IETF protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: an IPv4 address inside
          "3fff::/20"); // documentation

  public Egress {
    allowed = List.copyOf(allowed);
  }

  public static Egress publicOnly() {
    return new Egress(List.of());
  }

  public boolean permits(InetAddress address) {
    InetAddress reached = reached(address);
    return isPublic(reached) || within(allowed, reached);
  }

  /** Why the address may not be connected to, and what would change that. */
  public Optional<String> refusal(InetAddress address) {
    return permits(address)
        ? Optional.empty()
        : Optional.of(
            address.getHostAddress()
                + " is not a public address; chasqui.egress.allow can permit it");
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet6Address
        ? GLOBAL_V6.contains(address) && !within(NOT_PUBLIC_V6, address)
        : !within(NOT_PUBLIC_V4, address);
  }

  private static boolean within(List<IpNetwork> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** ::ffff:a.b.c.d is reached over IPv4 (RFC 4291, 2.5.5.2), so the rule of IPv4 holds. */
  private static InetAddress reached(InetAddress address) {
    byte[] octets = address.getAddress();
    try {
      // getByAddress turns a mapped address into the IPv4 address, and leaves all others.
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException neverOfThisLength) {
      throw new IllegalStateException(neverOfThisLength);
    }
  }

  private static List<IpNetwork> networks(String... ranges) {
    return Stream.of(ranges).map(IpNetwork::of).toList();
  }
}
