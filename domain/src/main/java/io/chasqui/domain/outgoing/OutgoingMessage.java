package io.chasqui.domain.outgoing;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A message on its way out, whole: the envelope between the stages, so that none has to look it up.
 *
 * @param notBefore when it may leave; its acceptance unless scheduled
 * @param expiresAt when it is no longer worth sending
 * @param attempt 1 for the first submit, counted up by each refusal
 * @param parts the parts still to be submitted, 1-based; empty = all of them
 */
public record OutgoingMessage(
    MessageId id,
    String clientId,
    Address from,
    Msisdn to,
    String text,
    Optional<String> clientReference,
    Instant acceptedAt,
    Instant notBefore,
    Instant expiresAt,
    int attempt,
    Set<Integer> parts) {

  public OutgoingMessage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(text);
    Objects.requireNonNull(clientReference);
    parts = Set.copyOf(parts);
  }

  public EncodedText encoded() {
    return EncodedText.of(text);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The next attempt, for the parts that have not been taken. */
  public OutgoingMessage retry(Set<Integer> openParts) {
    return with(attempt + 1, openParts);
  }

  /** The same attempt once more: these parts have not left yet. */
  public OutgoingMessage withheld(Set<Integer> openParts) {
    return with(attempt, openParts);
  }

  private OutgoingMessage with(int newAttempt, Set<Integer> openParts) {
    return new OutgoingMessage(
        id,
        clientId,
        from,
        to,
        text,
        clientReference,
        acceptedAt,
        notBefore,
        expiresAt,
        newAttempt,
        openParts);
  }

  /**
   * The open parts as short messages. The concatenation reference comes from the id, so that every
   * attempt cuts and numbers the parts alike.
   */
  public List<Segment> segments(Instant now) {
    EncodedText encoded = encoded();
    List<UserData> all = encoded.segments((int) (id.low() & 0xFF));
    Duration validity = Duration.between(now, expiresAt);
    List<Segment> open = new ArrayList<>(all.size());
    for (int part = 1; part <= all.size(); part++) {
      if (parts.isEmpty() || parts.contains(part)) {
        UserData data = all.get(part - 1);
        open.add(
            new Segment(
                id,
                part,
                all.size(),
                from,
                to.address(),
                encoded.coding(),
                data.octets(),
                data.udhi(),
                true,
                validity));
      }
    }
    return open;
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "%s, attempt %d".formatted(id, attempt);
  }
}
