package io.chasqui.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.admission.IpNetwork;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {
  private final Egress egress = Egress.publicOnly();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2001:4860:4860::8888",
        "2001:200::1",
        "2a00::1",
        "2003::1",
        "3ffe::1"
      })
  void a_public_address_is_permitted(String address) throws Exception {
    assertThat(egress.refusal(literal(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // this network, private, carrier-grade NAT, loopback, link-local
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.168.0.0",
        "192.168.255.255",
        // protocol assignments, documentation, relays, benchmarks, a cloud's own
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "168.63.129.16",
        // multicast, reserved, broadcast
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        // the same in IPv6
        "::",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2001:1ff::1",
        "3fff::1",
        "100::1",
        "5f00::1",
        "4000::1",
        // an IPv4 address inside: mapped, compatible, NAT64, 6to4
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:808:808::1"
      })
  void any_other_address_is_refused(String address) throws Exception {
    assertThat(egress.refusal(literal(address)))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .endsWith(" is not a public address; chasqui.egress.allow can permit it"));
  }

  @Test
  void the_refusal_names_the_address() throws Exception {
    assertThat(egress.refusal(literal("10.0.0.1")))
        .contains("10.0.0.1 is not a public address; chasqui.egress.allow can permit it");
  }

  @Test
  void a_mapped_address_that_Java_kept_as_ipv6_is_judged_as_ipv4() throws Exception {
    byte[] octets = new byte[16];
    octets[10] = (byte) 0xFF;
    octets[11] = (byte) 0xFF;
    octets[12] = 10;
    octets[15] = 1;

    assertThat(egress.permits(Inet6Address.getByAddress("mapped", octets, -1))).isFalse();
  }

  @Test
  void a_link_local_address_with_a_zone_is_refused() throws Exception {
    byte[] octets = literal("fe80::1").getAddress();

    assertThat(egress.permits(Inet6Address.getByAddress("zoned", octets, 1))).isFalse();
  }

  @Test
  void networks_of_the_operator_are_permitted_besides() throws Exception {
    Egress wider = new Egress(List.of(IpNetwork.of("127.0.0.0/8"), IpNetwork.of("fd00:1::/32")));

    assertThat(wider.permits(literal("127.0.0.1"))).isTrue();
    assertThat(wider.permits(literal("::ffff:127.0.0.1"))).isTrue();
    assertThat(wider.permits(literal("fd00:1:2::3"))).isTrue();
    assertThat(wider.permits(literal("8.8.8.8"))).isTrue();
    assertThat(wider.permits(literal("::1"))).isFalse();
    assertThat(wider.permits(literal("10.0.0.1"))).isFalse();
    assertThat(wider.permits(literal("fd00:2::1"))).isFalse();
  }

  private static InetAddress literal(String address) throws UnknownHostException {
    return InetAddress.getByName(address);
  }
}
