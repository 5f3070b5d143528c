package io.chasqui.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessGuardTest {
  private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
  private final GuessGuard guard = new GuessGuard(clock, GuessGuard.FREE_FAILURES);

  @Test
  void four_wrong_passwords_cost_nothing() {
    fail(4);
    assertThat(delay()).isZero();
  }

  @Test
  void from_the_fifth_on_the_delay_doubles_up_to_a_quarter_of_an_hour() {
    fail(5);
    assertThat(delay()).isEqualTo(Duration.ofSeconds(1));
    fail(1);
    assertThat(delay()).isEqualTo(Duration.ofSeconds(2));
    fail(3);
    assertThat(delay()).isEqualTo(Duration.ofSeconds(16));
    fail(100);
    assertThat(delay()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void the_delay_passes_but_the_next_failure_is_not_free() {
    fail(6);
    clock.advance(Duration.ofSeconds(2));
    assertThat(delay()).isZero();
    fail(1);
    assertThat(delay()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void another_address_and_another_user_may_try() {
    fail(20);
    assertThat(guard.delay("admin", "10.0.0.2")).isZero();
    assertThat(guard.delay("other", "10.0.0.1")).isZero();
  }

  @Test
  void the_right_password_and_an_hour_of_rest_forget() {
    fail(10);
    guard.succeeded("admin", "10.0.0.1");
    assertThat(delay()).isZero();
    fail(10);
    clock.advance(Duration.ofMinutes(61));
    fail(1);
    assertThat(delay()).isZero();
  }

  @Test
  void its_memory_is_bounded() {
    fail(5);
    for (int i = 0; i < 10_000; i++) {
      guard.failed("user" + i, "10.0.0.9");
    }
    assertThat(delay()).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      guard.failed("admin", "10.0.0.1");
    }
  }

  private Duration delay() {
    return guard.delay("admin", "10.0.0.1");
  }
}
