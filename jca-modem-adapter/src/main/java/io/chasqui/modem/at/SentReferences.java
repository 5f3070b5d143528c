package io.chasqui.modem.at;

import io.chasqui.domain.address.Address;
import io.chasqui.modem.tpdu.SmsStatusReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Names what was sent so that its report finds it: TP-MR alone comes again after 256 messages. The
 * name is made of the modem, the day (UTC), TP-MR and the recipient, all of which the report tells
 * as well, so that reports still find their messages when the gateway was restarted meanwhile.
 */
final class SentReferences {
  /** As long as reports come at all (3GPP TS 23.040, 9.2.3.12). */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final int MOST = 20_000;

  /** National and international forms of a number end alike. */
  private static final int SIGNIFICANT = 7;

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private record Sent(int reference, String recipient, Instant at, String name) {
    Duration distance(Instant time) {
      return Duration.between(at, time).abs();
    }
  }

  private final String modem;
  private final Clock clock;
  private final Deque<Sent> sent = new ArrayDeque<>();
  private long unnumbered;

  /**
   * @param modem its label, for its part of the names
   */
  SentReferences(String modem, Clock clock) {
    this.modem = Integer.toHexString(modem.hashCode());
    this.clock = clock;
  }

  /**
   * @param reference TP-MR; empty when the modem did not tell it, and no report will be told apart
   */
  String sent(OptionalInt reference, Address to) {
    Instant now = clock.instant();
    if (reference.isEmpty()) {
      return "m%s-%s-n%d".formatted(modem, now.toEpochMilli(), ++unnumbered);
    }
    int number = reference.getAsInt() & 0xFF;
    String recipient = tail(to);
    forgetOld(now);
    long before =
        sent.stream()
            .filter(other -> other.reference() == number && other.recipient().equals(recipient))
            .filter(other -> day(other.at()).equals(day(now)))
            .count();
    String name = name(day(now), number, recipient) + (before == 0 ? "" : "-" + (before + 1));
    sent.add(new Sent(number, recipient, now, name));
    return name;
  }

  /** Of several it could mean, the one sent nearest to when the service centre took it. */
  String reported(SmsStatusReport report) {
    Instant accepted = report.acceptedAt().map(OffsetDateTime::toInstant).orElseGet(clock::instant);
    String recipient = tail(report.recipient());
    return sent.stream()
        .filter(each -> each.reference() == report.reference())
        .filter(each -> each.recipient().equals(recipient))
        .min(Comparator.comparing(each -> each.distance(accepted)))
        .map(Sent::name)
        .orElseGet(() -> name(day(accepted), report.reference(), recipient));
  }

  private String name(LocalDate day, int reference, String recipient) {
    return "m%s-%s-r%03d-%s".formatted(modem, DAY.format(day), reference, recipient);
  }

  private void forgetOld(Instant now) {
    while (!sent.isEmpty() && (sent.size() >= MOST || sent.peek().at().isBefore(now.minus(KEPT)))) {
      sent.remove();
    }
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static String tail(Address address) {
    String digits = address.value().replaceAll("[^0-9]", "");
    return digits.substring(Math.max(0, digits.length() - SIGNIFICANT));
  }
}
