package io.chasqui.web.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;

/** Words, numbers and times as the reader of this request writes them. */
@Named
@RequestScoped
public class Texts {
  public static final String BUNDLE = "io.chasqui.web.ui.messages";

  @Inject private Preferences preferences;

  /** The text named {@code key}, its places filled in the reader's format. */
  public String of(String key, Object... arguments) {
    String pattern =
        ResourceBundle.getBundle(BUNDLE, preferences.getLanguage().locale()).getString(key);
    return new MessageFormat(pattern, preferences.getLocale()).format(arguments);
  }

  public String number(long value) {
    return NumberFormat.getIntegerInstance(preferences.getLocale()).format(value);
  }

  /** A share of 1 as a percentage with at most one decimal. */
  public String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(preferences.getLocale());
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  /** The time of day to the second. */
  public String time(Instant instant) {
    return style(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), instant);
  }

  /** The time of day to the minute. */
  public String minute(Instant instant) {
    return style(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
  }

  /** Date and time to the second, with the zone. */
  public String full(Instant instant) {
    return style(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG), instant);
  }

  /** The time alone for today, with its date for any other day. */
  public String when(Instant instant) {
    return isToday(instant)
        ? time(instant)
        : style(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM), instant);
  }

  /** A duration in its two largest units, e.g. {@code 3 h 12 min}. */
  public String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return of("duration.seconds", seconds);
    }
    if (seconds < 3600) {
      return of("duration.minutes", seconds / 60);
    }
    return seconds < 86_400
        ? of("duration.hours", seconds / 3600, seconds / 60 % 60)
        : of("duration.days", seconds / 86_400, seconds / 3600 % 24);
  }

  private boolean isToday(Instant instant) {
    ZonedDateTime now = ZonedDateTime.now(preferences.getZone());
    return instant.atZone(preferences.getZone()).toLocalDate().equals(now.toLocalDate());
  }

  private String style(DateTimeFormatter formatter, Instant instant) {
    return formatter
        .withLocale(preferences.getLocale())
        .format(instant.atZone(preferences.getZone()));
  }
}
