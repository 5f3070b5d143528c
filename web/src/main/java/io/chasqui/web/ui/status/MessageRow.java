package io.chasqui.web.ui.status;

import io.chasqui.app.operations.RecentMessage;
import io.chasqui.domain.message.Direction;
import io.chasqui.web.ui.shell.Texts;

/** A line of the newest messages. */
public record MessageRow(
    String id,
    String when,
    String whenFull,
    boolean outgoing,
    String from,
    String to,
    String text,
    String service,
    Pill status) {
  static MessageRow of(RecentMessage message, Texts texts) {
    return new MessageRow(
        message.id().toString(),
        texts.when(message.at()),
        texts.full(message.at()),
        message.status().direction() == Direction.OUT,
        message.from(),
        message.to(),
        message.text(),
        message.service(),
        Pill.of(message.status(), texts));
  }
}
