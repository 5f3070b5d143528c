package io.chasqui.domain.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8,127.1.2.3,true",
    "127.0.0.0/8,128.0.0.1,false",
    "10.1.2.3,10.1.2.3,true",
    "10.1.2.3,10.1.2.4,false",
    "10.0.0.8/29,10.0.0.15,true",
    "10.0.0.8/29,10.0.0.16,false",
    "0.0.0.0/0,203.0.113.9,true",
    "fd00::/8,fdff::1,true",
    "fd00::/8,fe00::1,false",
    "0.0.0.0/0,::1,false"
  })
  void an_address_is_in_a_network_or_not(String network, String address, boolean in)
      throws Exception {
    assertThat(IpNetwork.of(network).contains(InetAddress.getByName(address))).isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "300.1.1.1",
        "fd00::/129"
      })
  void anything_else_is_refused_and_never_looked_up(String text) {
    assertThatThrownBy(() -> IpNetwork.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
