package io.chasqui.domain.outgoing;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Destination;
import io.chasqui.domain.encoding.MessagePart;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UnwritableTextException;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A message on its way out, whole: the envelope between the stages, so that none has to look it up.
 *
 * @param notBefore when it may leave; its acceptance unless scheduled
 * @param expiresAt when it is no longer worth sending
 * @param attempt 1 for the first submit, counted up by each refusal
 * @param parts the parts still to be submitted, 1-based; empty = all of them
 * @param origin empty: it came by the API
 * @param writing as its connector wants it, once it is routed
 */
public record OutgoingMessage(
    MessageId id,
    String clientId,
    Address from,
    Destination to,
    Content content,
    Optional<String> clientReference,
    Instant acceptedAt,
    Instant notBefore,
    Instant expiresAt,
    int attempt,
    Set<Integer> parts,
    Optional<EsmeOrigin> origin,
    Writing writing) {

  public OutgoingMessage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(clientId);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(content);
    Objects.requireNonNull(clientReference);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(writing);
    parts = Set.copyOf(parts);
  }

  /** Before it is routed. */
  public OutgoingMessage(
      MessageId id,
      String clientId,
      Address from,
      Destination to,
      Content content,
      Optional<String> clientReference,
      Instant acceptedAt,
      Instant notBefore,
      Instant expiresAt,
      int attempt,
      Set<Integer> parts,
      Optional<EsmeOrigin> origin) {
    this(
        id,
        clientId,
        from,
        to,
        content,
        clientReference,
        acceptedAt,
        notBefore,
        expiresAt,
        attempt,
        parts,
        origin,
        Writing.STANDARD);
  }

  /** A text that came by the API. */
  public OutgoingMessage(
      MessageId id,
      String clientId,
      Address from,
      Destination to,
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

  /** Which of its contents this is: 0 the first, counted up by each replacement. */
  public int revision() {
    return origin.map(EsmeOrigin::revision).orElse(0);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The next attempt, for the parts that have not been taken. */
  public OutgoingMessage retry(Set<Integer> openParts) {
    return with(attempt + 1, openParts, writing);
  }

  /** The same attempt once more: these parts have not left yet. */
  public OutgoingMessage withheld(Set<Integer> openParts) {
    return with(attempt, openParts, writing);
  }

  /** As the connector it was routed to wants it. */
  public OutgoingMessage writtenFor(Writing wanted) {
    return with(attempt, parts, wanted);
  }

  private OutgoingMessage with(int newAttempt, Set<Integer> openParts, Writing wanted) {
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
        origin,
        wanted);
  }

  /**
   * What it is for its connector. The concatenation reference comes from the id, so that every
   * attempt cuts and numbers the parts alike.
   *
   * @throws TextTooLongException when that is more than 255
   * @throws UnwritableTextException when the connector does not take the alphabet it needs
   */
  public ShortMessages shortMessages() {
    return content.written(writing, (int) id.low() & 0xFFFF);
  }

  /** The open parts, to be submitted. */
  public List<Segment> segments(Instant now) {
    ShortMessages all = shortMessages();
    Duration validity = Duration.between(now, expiresAt);
    return IntStream.rangeClosed(1, all.parts().size())
        .filter(part -> parts.isEmpty() || parts.contains(part))
        .mapToObj(part -> segment(all, part, validity))
        .toList();
  }

  private Segment segment(ShortMessages all, int part, Duration validity) {
    MessagePart piece = all.parts().get(part - 1);
    return new Segment(
        id,
        part,
        all.parts().size(),
        from,
        to.address(),
        all.coding(),
        piece.data().octets(),
        piece.data().udhi(),
        true,
        validity,
        origin.map(EsmeOrigin::options),
        all.carriage(piece));
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "%s, attempt %d".formatted(id, attempt);
  }
}
