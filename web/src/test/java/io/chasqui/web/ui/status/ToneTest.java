package io.chasqui.web.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.message.MessageStatus;
import org.junit.jupiter.api.Test;

class ToneTest {
  @Test
  void only_a_bound_link_looks_good() {
    assertThat(LinkState.values())
        .filteredOn(state -> Tone.of(state) == Tone.GOOD)
        .containsExactly(LinkState.BOUND);
  }

  @Test
  void only_a_message_that_arrived_looks_good() {
    assertThat(MessageStatus.values())
        .filteredOn(status -> Tone.of(status) == Tone.GOOD)
        .containsExactly(MessageStatus.DELIVERED, MessageStatus.PUSHED);
  }
}
