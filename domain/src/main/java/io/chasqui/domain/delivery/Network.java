package io.chasqui.domain.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR, as {@code 10.0.0.0/8} or {@code fc00::/7}; an address alone is the
 * range of itself.
 *
 * @param prefix how many leading bits an address must share, 0-32 or 0-128
 */
public record Network(InetAddress base, int prefix) {
  // Anything else would be looked up as a name.
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  /**
   * @throws IllegalArgumentException naming what is not a network
   */
  public static Network of(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
      throw notOne(text);
    }
    InetAddress base = address(parts[0], text);
    int bits = base.getAddress().length * 8;
    return new Network(base, parts.length == 1 ? bits : prefix(parts[1], bits, text));
  }

  /** An IPv4 network holds no IPv6 address and the other way round. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = prefix / 8;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = prefix % 8;
    return rest == 0 || ((mine[whole] ^ other[whole]) & 0xFF) >> 8 - rest == 0;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + '/' + prefix;
  }

  private static InetAddress address(String literal, String text) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException bad) {
      throw notOne(text);
    }
  }

  private static int prefix(String digits, int bits, String text) {
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits) {
      throw notOne(text);
    }
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException notOne(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is not a network: write an address and a prefix, e.g. 10.0.0.0/8");
  }
}
