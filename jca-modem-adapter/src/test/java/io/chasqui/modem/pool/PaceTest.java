package io.chasqui.modem.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void six_a_minute_are_ten_seconds_apart() {
    Pace pace = new Pace(6);
    pace.take(1, START);
    assertThat(pace.permits(START.plusMillis(9_999))).isFalse();
    assertThat(pace.permits(START.plusSeconds(10))).isTrue();
  }

  @Test
  void the_next_message_waits_for_all_parts_of_a_long_one() {
    Pace pace = new Pace(6);
    pace.take(3, START);
    assertThat(pace.next()).isEqualTo(START.plusSeconds(30));
  }

  @Test
  void idle_time_is_not_saved_up() {
    Pace pace = new Pace(6);
    Instant later = START.plus(Duration.ofHours(1));
    pace.take(1, START);
    pace.take(1, later);
    assertThat(pace.permits(later.plusSeconds(9))).isFalse();
  }

  @Property
  void no_minute_has_more_than_its_share(
      @ForAll @IntRange(min = 1, max = 120) int perMinute,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 20_000) Integer> gaps) {
    Pace pace = new Pace(perMinute);
    List<Instant> sent = new ArrayList<>();
    Instant now = START;
    for (int gap : gaps) {
      now = now.plusMillis(gap);
      if (pace.permits(now)) {
        pace.take(1, now);
        sent.add(now);
      }
    }
    for (Instant from : sent) {
      Instant end = from.plusSeconds(60).minusMillis(perMinute);
      assertThat(sent.stream().filter(at -> !at.isBefore(from) && at.isBefore(end)).count())
          .isLessThanOrEqualTo(perMinute);
    }
  }
}
