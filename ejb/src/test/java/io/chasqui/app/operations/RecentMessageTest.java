package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentMessageTest {
  @Test
  void a_long_text_is_shortened_without_cutting_an_emoji() {
    String shown = message("📦".repeat(200)).text();
    assertThat(shown).isEqualTo("📦".repeat(119) + "…");
  }

  @Test
  void a_text_that_fits_is_shown_whole() {
    assertThat(message("x".repeat(120)).text()).isEqualTo("x".repeat(120));
  }

  @Test
  void a_message_of_no_service_has_an_empty_one() {
    assertThat(message("Hello").service()).isEmpty();
  }

  private static RecentMessage message(String text) {
    return new RecentMessage(
        new MessageId(0, 1), Instant.EPOCH, MessageStatus.RECEIVED, "a", "b", text, null);
  }
}
