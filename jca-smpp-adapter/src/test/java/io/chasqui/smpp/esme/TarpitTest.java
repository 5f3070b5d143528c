package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TarpitTest {
  private static final InetAddress GUESSER = InetAddress.getLoopbackAddress();

  private final AtomicLong now = new AtomicLong();
  private final Tarpit tarpit = new Tarpit(now::get);

  @Test
  void the_first_failures_cost_nothing_and_the_next_more_and_more_up_to_a_limit() {
    assertThat(tarpit.failed(GUESSER)).isZero();
    assertThat(tarpit.failed(GUESSER)).isZero();
    assertThat(tarpit.failed(GUESSER)).isZero();
    assertThat(tarpit.failed(GUESSER)).isEqualTo(Duration.ofMillis(500));
    assertThat(tarpit.failed(GUESSER)).isEqualTo(Duration.ofSeconds(1));
    for (int i = 0; i < 100; i++) {
      assertThat(tarpit.failed(GUESSER)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }
    assertThat(tarpit.failed(GUESSER)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_minute_without_a_failure_is_forgiven() {
    for (int i = 0; i < 10; i++) {
      tarpit.failed(GUESSER);
    }
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(tarpit.failed(GUESSER)).isZero();
  }

  @Test
  void another_address_is_not_made_to_wait() throws Exception {
    for (int i = 0; i < 10; i++) {
      tarpit.failed(GUESSER);
    }
    assertThat(tarpit.failed(InetAddress.getByAddress(new byte[] {10, 0, 0, 1}))).isZero();
  }
}
