package io.chasqui.domain.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedeliveryTest {
  private static final int PERMANENT = 0x65;
  private static final Instant CREATED = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant DAYS_LATER = CREATED.plus(Duration.ofDays(5));

  @ParameterizedTest
  @ValueSource(ints = {0x08, 0x14, 0x58, 0x64})
  void a_busy_esme_is_asked_again_however_old_the_delivery_is(int status) {
    assertThat(Redelivery.refused(status, 10, CREATED, DAYS_LATER))
        .isInstanceOfSatisfying(
            Redelivery.Again.class,
            again -> assertThat(again.at()).isEqualTo(DAYS_LATER.plus(Duration.ofMinutes(5))));
  }

  @Test
  void an_esme_that_refuses_for_good_is_asked_for_a_day() {
    Instant beforeTheEnd = CREATED.plus(Redelivery.INSISTED);
    assertThat(Redelivery.refused(PERMANENT, 9, CREATED, beforeTheEnd))
        .isInstanceOf(Redelivery.Again.class);
    assertThat(Redelivery.refused(PERMANENT, 9, CREATED, beforeTheEnd.plusSeconds(1)))
        .isEqualTo(new Redelivery.Dead("refused with 0x65 for a day"));
  }

  @Test
  void what_was_not_answered_is_repeated_whenever() {
    assertThat(Redelivery.unanswered(3, DAYS_LATER))
        .isEqualTo(new Redelivery.Again(DAYS_LATER.plusSeconds(4), "not answered"));
  }

  @Test
  void the_pause_doubles_up_to_its_limit() {
    Duration limit = Duration.ofMinutes(5);
    assertThat(Redelivery.pause(1, limit)).hasSeconds(1);
    assertThat(Redelivery.pause(2, limit)).hasSeconds(2);
    assertThat(Redelivery.pause(8, limit)).hasSeconds(128);
    assertThat(Redelivery.pause(10, limit)).isEqualTo(limit);
    assertThat(Redelivery.pause(Integer.MAX_VALUE, limit)).isEqualTo(limit);
  }
}
