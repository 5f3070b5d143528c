package io.chasqui.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WeekTest {
  private static final Week LAST = Week.ofName("p20261123");

  @Test
  void a_week_ends_on_the_monday_after_it() {
    assertThat(Week.of(Instant.parse("2026-11-22T23:59:59.999Z"))).isEqualTo(LAST);
    assertThat(Week.of(LAST.ends()).name()).isEqualTo("p20261130");
  }

  @Test
  void its_bound_is_the_first_id_of_its_end() {
    assertThat(LAST.clause()).isEqualTo("PARTITION p20261123 VALUES LESS THAN (x'01a205b3d000')");
  }

  @Test
  void those_to_come_are_missing_until_they_are_made() {
    Instant now = Instant.parse("2026-11-25T00:00:00Z");
    assertThat(Week.missing(LAST, now, 2))
        .extracting(Week::name)
        .containsExactly("p20261130", "p20261207", "p20261214");
    assertThat(Week.missing(Week.ofName("p20261214"), now, 2)).isEmpty();
  }

  @Test
  void after_a_long_absence_the_first_one_spans_it() {
    assertThat(Week.missing(LAST, Instant.parse("2028-01-05T00:00:00Z"), 0))
        .extracting(Week::name)
        .containsExactly("p20280110");
  }
}
