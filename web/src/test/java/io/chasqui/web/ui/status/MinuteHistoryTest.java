package io.chasqui.web.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.operations.MinuteOfTraffic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:30:20Z");
  private static final Instant MINUTE = Instant.parse("2026-11-22T12:30:00Z");

  private final MinuteHistory history = new MinuteHistory();

  @Test
  void the_first_look_counts_the_whole_hour() {
    assertThat(history.firstUnsettled(NOW)).isEqualTo(minutesAgo(59));
  }

  @Test
  void a_later_look_counts_only_minutes_that_may_still_grow() {
    history.learn(history.firstUnsettled(NOW), NOW, List.of());
    assertThat(history.firstUnsettled(NOW.plusSeconds(1))).isEqualTo(minutesAgo(2));
  }

  @Test
  void minutes_without_messages_are_there_with_zero() {
    history.learn(minutesAgo(59), NOW, List.of(new MinuteOfTraffic(minutesAgo(5), 7, 2)));
    assertThat(history.upTo(NOW))
        .hasSize(60)
        .startsWith(new MinuteOfTraffic(minutesAgo(59), 0, 0))
        .contains(new MinuteOfTraffic(minutesAgo(5), 7, 2))
        .endsWith(new MinuteOfTraffic(MINUTE, 0, 0));
  }

  @Test
  void a_minute_counted_again_has_its_new_count_and_an_older_one_keeps_its_own() {
    history.learn(
        minutesAgo(59),
        NOW,
        List.of(new MinuteOfTraffic(minutesAgo(9), 3, 0), new MinuteOfTraffic(MINUTE, 1, 0)));
    history.learn(minutesAgo(2), NOW, List.of(new MinuteOfTraffic(MINUTE, 4, 0)));
    assertThat(history.upTo(NOW))
        .contains(new MinuteOfTraffic(minutesAgo(9), 3, 0))
        .endsWith(new MinuteOfTraffic(MINUTE, 4, 0));
  }

  private static Instant minutesAgo(int minutes) {
    return MINUTE.minusSeconds(60L * minutes);
  }
}
