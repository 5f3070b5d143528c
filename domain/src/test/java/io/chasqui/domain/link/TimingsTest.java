package io.chasqui.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private static final Duration FAST = Duration.ofMillis(1);
  private static final Duration SLOW = Duration.ofMillis(100);

  @Test
  void a_quantile_is_the_limit_its_share_keeps_to() {
    Timings timings =
        new Timings(100, Duration.ofSeconds(1), new TreeMap<>(Map.of(FAST, 50L, SLOW, 49L)));
    assertThat(timings.quantile(0.5)).isEqualTo(FAST);
    assertThat(timings.quantile(0.51)).isEqualTo(SLOW);
    assertThat(timings.quantile(0.99)).isEqualTo(SLOW);
  }

  @Test
  void beyond_all_limits_it_is_the_greatest_and_without_any_it_is_zero() {
    Timings slower = new Timings(2, SLOW, new TreeMap<>(Map.of(FAST, 1L)));
    assertThat(slower.quantile(1)).isEqualTo(FAST);
    assertThat(Timings.NONE.quantile(0.99)).isZero();
  }
}
