package io.chasqui.benchmark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void countsAMessageThatComesAgainApart() {
    tally.begin(1);
    tally.add(Stamp.now(1, 0));
    tally.add(Stamp.now(1, 1));
    tally.add(Stamp.now(1, 0));

    assertThat(tally.count().distinct()).isEqualTo(2);
    assertThat(tally.count().again()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatBelongsToAnEarlierRun() {
    tally.begin(2);
    tally.add(Stamp.now(1, 0));

    assertThat(tally.count().distinct()).isZero();
  }

  @Test
  void startsEachRunAnew() {
    tally.begin(1);
    tally.add(Stamp.now(1, 0));
    tally.begin(2);

    assertThat(tally.count().distinct()).isZero();
  }

  @Test
  void tellsItsCountToAnotherProcess() {
    tally.begin(1);
    tally.add(Stamp.now(1, 0));

    assertThat(Tally.Count.of(tally.count().line())).isEqualTo(tally.count());
  }
}
