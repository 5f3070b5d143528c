package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceNumbersTest {
  @Test
  void they_start_at_one() {
    SequenceNumbers numbers = new SequenceNumbers();
    assertThat(numbers.next()).isEqualTo(1);
    assertThat(numbers.next()).isEqualTo(2);
  }

  /** SMPP 3.4, 5.1.4. */
  @Test
  void after_the_last_comes_one_again() {
    SequenceNumbers numbers = new SequenceNumbers(0x7FFFFFFF);
    assertThat(numbers.next()).isEqualTo(0x7FFFFFFF);
    assertThat(numbers.next()).isEqualTo(1);
  }
}
