package io.chasqui.app.webhooks;

import io.chasqui.domain.delivery.Egress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once for each connection; the client connects to the very addresses answered
 * here, so a name that resolves differently a moment later leads nowhere else. Literal addresses
 * come this way too.
 */
final class PermittedAddresses implements DnsResolver {
  private final Egress egress;
  private final DnsResolver names;

  PermittedAddresses(Egress egress, DnsResolver names) {
    this.egress = egress;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = names.resolve(host);
    InetAddress[] permitted =
        Arrays.stream(all).filter(egress::permits).toArray(InetAddress[]::new);
    if (permitted.length == 0) {
      throw new AddressRefusedException(
          Arrays.stream(all)
              .findFirst()
              .flatMap(egress::refusal)
              .orElse("host " + host + " has no address"));
    }
    return permitted;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }
}
