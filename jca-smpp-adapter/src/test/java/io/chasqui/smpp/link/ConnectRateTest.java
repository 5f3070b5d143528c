package io.chasqui.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.SmppPeer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectRateTest {
  private static final SmppPeer PEER = SmppPeer.of("smsc.example", 2775);

  private final ConnectRate rate = new ConnectRate(10);

  private int taken(SmppPeer peer, long millis) {
    int taken = 0;
    while (rate.take(peer, Duration.ofMillis(millis).toNanos())) {
      taken++;
    }
    return taken;
  }

  @Test
  void so_many_connect_at_once_and_no_more() {
    assertThat(taken(PEER, 0)).isEqualTo(10);
    assertThat(taken(PEER, 50)).isZero();
  }

  @Test
  void as_many_follow_each_second() {
    taken(PEER, 0);
    int taken = 0;
    for (int millis = 100; millis <= 9000; millis += 100) {
      taken += taken(PEER, millis);
    }
    assertThat(taken).isEqualTo(90);
  }

  @Test
  void idle_time_is_not_saved_up() {
    taken(PEER, 0);
    assertThat(taken(PEER, 3_600_000)).isEqualTo(10);
  }

  @Test
  void each_peer_has_its_own() {
    taken(PEER, 0);
    assertThat(taken(SmppPeer.of("other.example", 2775), 0)).isEqualTo(10);
  }
}
