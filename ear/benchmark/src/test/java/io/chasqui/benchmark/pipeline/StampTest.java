package io.chasqui.benchmark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StampTest {
  private final Stamp stamp = new Stamp(3, 4711, 123_456_789_012L);

  private static Optional<Stamp> in(String text) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    return Stamp.find(octets, 0, octets.length);
  }

  @Test
  void isFoundWithinWhateverCarriesIt() {
    assertThat(in("{\"text\":\"" + stamp.text() + " Your order\"}")).contains(stamp);
  }

  @Test
  void tellsTheMessageThoughItsTimeWasCutOff() {
    Stamp found = in(stamp.text().substring(0, 12)).orElseThrow();

    assertThat(found.run()).isEqualTo(3);
    assertThat(found.serial()).isEqualTo(4711);
  }

  @Test
  void isNotSeenWhereThereIsNone() {
    assertThat(in("Your order is on its way")).isEmpty();
  }
}
