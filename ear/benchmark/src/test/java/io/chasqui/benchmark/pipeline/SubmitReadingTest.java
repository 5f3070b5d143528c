package io.chasqui.benchmark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.benchmark.EsmePdus;
import io.chasqui.benchmark.EsmePdus.Envelope;
import org.junit.jupiter.api.Test;

class SubmitReadingTest {
  private final Stamp stamp = new Stamp(1, 2, 3);
  private final SubmitReading submit =
      new SubmitReading(
          EsmePdus.submit(9, new Envelope("Shop", "5511999990000"), stamp.text() + " hello"));

  @Test
  void knowsTheMessageByItsStamp() {
    assertThat(submit.stamp()).contains(stamp);
  }

  @Test
  void knowsWhereTheReceiptGoes() {
    assertThat(submit.source()).isEqualTo("Shop");
    assertThat(submit.destination()).isEqualTo("5511999990000");
    assertThat(submit.wantsReceipt()).isTrue();
  }
}
