package io.chasqui.domain.admission;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network in CIDR notation, IPv4 or IPv6, e.g. {@code 127.0.0.0/8}; an address alone is a network
 * of one.
 *
 * @param bits of the prefix: 0-32, or 0-128 for IPv6
 */
public record IpNetwork(InetAddress base, int bits) {
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public IpNetwork {
    if (bits < 0 || bits > base.getAddress().length * 8) {
      throw new IllegalArgumentException("/" + bits + " is no prefix length of " + base);
    }
  }

  /**
   * @throws IllegalArgumentException naming {@code text} when it is not a network
   */
  public static IpNetwork of(String text) {
    String[] parts = text.strip().split("/", 2);
    try {
      // Literals only: a name would be looked up.
      if (!LITERAL.matcher(parts[0]).matches()) {
        throw new IllegalArgumentException("not an address");
      }
      InetAddress base = InetAddress.getByName(parts[0]);
      int all = base.getAddress().length * 8;
      return new IpNetwork(base, parts.length == 1 ? all : Integer.parseInt(parts[1]));
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not a network such as 127.0.0.0/8 or fd00::/8".formatted(text), e);
    }
  }

  public boolean contains(InetAddress address) {
    byte[] own = base.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + bits;
  }
}
