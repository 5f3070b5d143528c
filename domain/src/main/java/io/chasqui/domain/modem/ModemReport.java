package io.chasqui.domain.modem;

import java.util.Objects;

/**
 * One modem of a pool as it is now.
 *
 * @param device how it is reached
 * @param hold why it sends nothing now although its state would let it, and until when; empty when
 *     it would send
 * @param load messages it has in hand, the one being sent included
 */
public record ModemReport(
    String name,
    String device,
    ModemStatus status,
    ModemDuty duty,
    BreakerState breaker,
    String hold,
    int load,
    ModemCounts counts) {
  public ModemReport {
    Objects.requireNonNull(name);
    Objects.requireNonNull(device);
    Objects.requireNonNull(status);
    Objects.requireNonNull(duty);
    Objects.requireNonNull(breaker);
    Objects.requireNonNull(hold);
    Objects.requireNonNull(counts);
  }
}
