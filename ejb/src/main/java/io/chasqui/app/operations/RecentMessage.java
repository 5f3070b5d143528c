package io.chasqui.app.operations;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Instant;

/**
 * A message as a list shows it.
 *
 * @param at when it was accepted or received
 * @param text its text, shortened to {@value #TEXT_LENGTH} characters with an ellipsis
 * @param service the name of the service it was recognised as, or empty
 */
public record RecentMessage(
    MessageId id,
    Instant at,
    MessageStatus status,
    String from,
    String to,
    String text,
    String service) {
  static final int TEXT_LENGTH = 120;

  public RecentMessage {
    text = shortened(text);
    service = service == null ? "" : service;
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= TEXT_LENGTH) {
      return text;
    }
    // By code points, so that no emoji is cut in half.
    return text.substring(0, text.offsetByCodePoints(0, TEXT_LENGTH - 1)) + "…";
  }
}
