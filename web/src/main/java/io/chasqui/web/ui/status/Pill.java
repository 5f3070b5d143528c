package io.chasqui.web.ui.status;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.web.ui.shell.Texts;
import java.util.Locale;

/**
 * A state as a page shows it.
 *
 * @param code its name in the API, for scripts and tests
 * @param label its name in the reader's language
 */
public record Pill(String code, String label, Tone tone) {
  static Pill of(LinkState state, Texts texts) {
    String code = state.name().toLowerCase(Locale.ROOT);
    return new Pill(code, texts.of("link." + code), Tone.of(state));
  }

  static Pill of(MessageStatus status, Texts texts) {
    return new Pill(status.apiName(), texts.of("message." + status.apiName()), Tone.of(status));
  }
}
