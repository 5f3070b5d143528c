package io.chasqui.domain.link;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One short message for the wire: a whole message or one part of a long one.
 *
 * @param part 1-based number of this part; {@code of} is their count (1-255)
 * @param userData octets of the short message, its user data header included when {@code udhi}
 * @param udhi true when {@code userData} starts with a header (3GPP TS 23.040, 9.2.3.24)
 * @param receiptRequested asks for a final delivery receipt
 * @param validity time the network may keep trying, counted from the submit
 * @param options the sender's own; empty = the connector's
 * @param carriage the fields its octets and its place travel in
 */
public record Segment(
    MessageId message,
    int part,
    int of,
    Address source,
    Address destination,
    DataCodingScheme coding,
    byte[] userData,
    boolean udhi,
    boolean receiptRequested,
    Duration validity,
    Optional<SubmitOptions> options,
    Carriage carriage) {
  public Segment {
    Objects.requireNonNull(message);
    Objects.requireNonNull(source);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(coding);
    Objects.requireNonNull(userData);
    Objects.requireNonNull(validity);
    Objects.requireNonNull(options);
    Objects.requireNonNull(carriage);
    if (part < 1 || of < part || of > 255) {
      throw new IllegalArgumentException("part %d of %d of %s".formatted(part, of, message));
    }
  }

  /** With the connector's options, all in short_message. */
  public Segment(
      MessageId message,
      int part,
      int of,
      Address source,
      Address destination,
      DataCodingScheme coding,
      byte[] userData,
      boolean udhi,
      boolean receiptRequested,
      Duration validity) {
    this(
        message,
        part,
        of,
        source,
        destination,
        coding,
        userData,
        udhi,
        receiptRequested,
        validity,
        Optional.empty(),
        Carriage.SHORT_MESSAGE);
  }
}
