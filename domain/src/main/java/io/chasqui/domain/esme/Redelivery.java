package io.chasqui.domain.esme;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What becomes of a delivery that its ESME has not taken. */
public sealed interface Redelivery {

  /** It is offered again, no earlier than {@code at}. */
  record Again(Instant at, String reason) implements Redelivery {}

  /** It is put aside, and kept for people to see. */
  record Dead(String reason) implements Redelivery {}

  /** How long an ESME that refuses for good is asked again: its operator may mend it. */
  Duration INSISTED = Duration.ofHours(24);

  /** ESME_RSYSERR, ESME_RMSGQFUL, ESME_RTHROTTLED, ESME_RX_T_APPN (SMPP 3.4, 5.1.3). */
  Set<Integer> TEMPORARY = Set.of(0x08, 0x14, 0x58, 0x64);

  /**
   * After an answer other than ESME_ROK.
   *
   * @param attempts made so far, this one too; 1 or more
   * @param createdAt when the delivery first waited
   */
  static Redelivery refused(int commandStatus, int attempts, Instant createdAt, Instant now) {
    String reason = "refused with 0x%02X".formatted(commandStatus);
    if (isTemporary(commandStatus)) {
      return new Again(now.plus(pause(attempts, Duration.ofMinutes(5))), reason);
    }
    return now.isAfter(createdAt.plus(INSISTED))
        ? new Dead(reason + " for a day")
        : new Again(now.plus(pause(attempts, Duration.ofMinutes(15))), reason);
  }

  /** After no answer: the ESME may have it, and gets it again. */
  static Redelivery unanswered(int attempts, Instant now) {
    return new Again(now.plus(pause(attempts, Duration.ofMinutes(5))), "not answered");
  }

  /** Whether the ESME is only busy: whatever else waits for it had better wait as well. */
  static boolean isTemporary(int commandStatus) {
    return TEMPORARY.contains(commandStatus);
  }

  /** A second, doubled with each attempt, up to {@code longest}. */
  static Duration pause(int attempts, Duration longest) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
