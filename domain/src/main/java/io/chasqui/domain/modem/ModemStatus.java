package io.chasqui.domain.modem;

import java.time.Instant;
import java.util.Objects;

/**
 * A modem as it is now.
 *
 * @param detail why, and what happens next, in the operator's words; empty when there is nothing to
 *     say
 * @param since when the state began
 */
public record ModemStatus(
    ModemState state,
    String detail,
    Instant since,
    ModemIdentity identity,
    Radio radio,
    SmsStorage storage) {
  public ModemStatus {
    Objects.requireNonNull(state);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(since);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(radio);
    Objects.requireNonNull(storage);
  }

  public static ModemStatus starting(Instant at) {
    return new ModemStatus(
        ModemState.STARTING, "", at, ModemIdentity.UNKNOWN, Radio.UNKNOWN, SmsStorage.UNKNOWN);
  }

  /** {@code at} counts only when the state is another one. */
  public ModemStatus moved(ModemState next, String why, Instant at) {
    return new ModemStatus(next, why, next == state ? since : at, identity, radio, storage);
  }

  public ModemStatus with(ModemIdentity changed) {
    return new ModemStatus(state, detail, since, changed, radio, storage);
  }

  public ModemStatus with(Radio changed) {
    return new ModemStatus(state, detail, since, identity, changed, storage);
  }

  public ModemStatus with(SmsStorage changed) {
    return new ModemStatus(state, detail, since, identity, radio, changed);
  }
}
