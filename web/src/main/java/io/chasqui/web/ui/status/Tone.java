package io.chasqui.web.ui.status;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.message.MessageStatus;
import java.util.Locale;

/** How a state feels: its pill's colour and icon, next to its name in words. */
public enum Tone {
  GOOD("check"),
  BUSY("progress"),
  WARNING("alert"),
  BAD("cross"),
  QUIET("dash");

  private final String icon;

  Tone(String icon) {
    this.icon = icon;
  }

  public String icon() {
    return icon;
  }

  /** The style class's ending, e.g. {@code good}. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tone of(LinkState state) {
    return switch (state) {
      case BOUND -> GOOD;
      case CONNECTING -> BUSY;
      case RETRYING -> WARNING;
      case FAILED -> BAD;
      case STOPPED -> QUIET;
    };
  }

  static Tone of(MessageStatus status) {
    return switch (status) {
      case DELIVERED, PUSHED -> GOOD;
      case SUBMITTED, RECEIVED -> BUSY;
      case ACCEPTED, QUEUED, CANCELLED -> QUIET;
      case UNKNOWN, UNROUTED, PUSH_FAILED -> WARNING;
      case UNDELIVERED, EXPIRED, REJECTED, FAILED -> BAD;
    };
  }
}
