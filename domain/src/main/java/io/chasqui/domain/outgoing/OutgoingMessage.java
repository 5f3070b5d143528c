package io.chasqui.domain.outgoing;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.DataCodingScheme;
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
 * @param origin empty: it came by the API
 */
public record OutgoingMessage(
    MessageId id,
    String clientId,
    Address from,
    Msisdn to,
    Content content,
    Optional<String> clientReference,
    Instant acceptedAt,
    Instant notBefore,
    Instant expiresAt,
    int attempt,
    Set<Integer> parts,
    Optional<EsmeOrigin> origin) {

  public OutgoingMessage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(content);
    Objects.requireNonNull(clientReference);
    Objects.requireNonNull(origin);
    parts = Set.copyOf(parts);
  }

  /** A text that came by the API. */
  public OutgoingMessage(
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
    this(
        id,
        clientId,
        from,
        to,
        new Content.Text(text),
        clientReference,
        acceptedAt,
        notBefore,
        expiresAt,
        attempt,
        parts,
        Optional.empty());
  }

  /** What it says, for people and for rules. */
  public String text() {
    return content.text();
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
        content,
        clientReference,
        acceptedAt,
        notBefore,
        expiresAt,
        newAttempt,
        openParts,
        origin);
  }

  /**
   * The open parts as short messages. The concatenation reference comes from the id, so that every
   * attempt cuts and numbers the parts alike.
   */
  public List<Segment> segments(Instant now) {
    DataCodingScheme coding = content.coding();
    List<UserData> all = content.segments((int) (id.low() & 0xFF));
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
                coding,
                data.octets(),
                data.udhi(),
                true,
                validity,
                origin.map(EsmeOrigin::wishes)));
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
