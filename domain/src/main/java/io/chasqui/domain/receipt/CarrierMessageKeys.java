package io.chasqui.domain.receipt;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys by which a receipt finds the message it speaks of. Carriers spell one id two ways: other
 * case, leading zeros or a UUID's dashes dropped, hexadecimal in the answer and decimal in the
 * receipt or the reverse.
 *
 * <p>The submit answer's id is stored under {@link #primary()}. A receipt looks for its own id's
 * {@link #candidates()} within the connector and takes the first, in order, that is stored; the
 * primary key of every other spelling is among them. Nothing is rewritten: the id as the carrier
 * wrote it is kept beside the key.
 *
 * <p>Collisions: with digits alone one cannot tell decimal from hexadecimal, so {@code 10} is also
 * looked for as {@code a} and as {@code 16}. The spelling as it came always wins, unless the
 * carrier's {@link IdDialect} is known. A carrier that counts up and writes hexadecimal here,
 * decimal there, does in time write a decimal id that is another message's hexadecimal one; the
 * addresses of message and receipt tell those apart.
 *
 * @param primary lower-case, without {@code 0x}, leading zeros, and a UUID's dashes
 * @param candidates the likeliest first; without a dialect that is primary, then the decimal read
 *     as hexadecimal's writer would have stored it, then the reverse; 1-3 keys
 */
public record CarrierMessageKeys(String primary, Set<String> candidates) {
  public CarrierMessageKeys {
    candidates = Collections.unmodifiableSet(new LinkedHashSet<>(candidates));
  }

  /**
   * @param raw the id as the carrier wrote it
   */
  public static CarrierMessageKeys of(String raw) {
    CarrierId id = CarrierId.of(raw);
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(id.bare());
    id.decimal().ifPresent(number -> candidates.add(number.toString(16)));
    id.hexadecimal().ifPresent(number -> candidates.add(number.toString()));
    return new CarrierMessageKeys(id.bare(), candidates);
  }

  /**
   * The same keys in the order a known dialect makes likely. The others stay: a carrier may change
   * its ways, and no receipt is to be lost over it.
   *
   * @param receiptId the id as a receipt has it
   */
  public static CarrierMessageKeys of(String receiptId, IdDialect dialect) {
    CarrierMessageKeys keys = of(receiptId);
    Set<String> candidates = new LinkedHashSet<>();
    dialect.answered(receiptId).ifPresent(candidates::add);
    candidates.addAll(keys.candidates());
    return new CarrierMessageKeys(keys.primary(), candidates);
  }
}
