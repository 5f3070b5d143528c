package io.chasqui.modem.at;

import io.chasqui.domain.message.MessageId;
import io.chasqui.modem.device.StoredMessageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Ids that a message on a SIM gets again when it is read again: after a kill between storing it and
 * deleting it, or when the network repeats it, the second copy is known for the first.
 */
final class IncomingIds {
  private static final Duration PLAUSIBLE = Duration.ofDays(1);

  private final String modem;
  private final Clock clock;

  IncomingIds(String modem, Clock clock) {
    this.modem = modem;
    this.clock = clock;
  }

  /**
   * @param place where it lies; empty when it came directly
   * @param sentAt as the service centre says, for the id's time when it is within a day of now
   */
  MessageId of(String place, String pdu, Optional<Instant> sentAt) {
    return StoredMessageId.of(time(sentAt), modem, place, pdu);
  }

  private Instant time(Optional<Instant> sentAt) {
    Instant now = clock.instant();
    return sentAt
        .filter(time -> Duration.between(time, now).abs().compareTo(PLAUSIBLE) < 0)
        .orElseGet(() -> now.truncatedTo(ChronoUnit.DAYS));
  }
}
