package io.chasqui.domain.link;

import io.chasqui.domain.encoding.Concatenation;
import java.util.Objects;

/** Which fields of a submit carry a segment's octets and its place in its message. */
public sealed interface Carriage {
  /** All in short_message (SMPP 3.4, 5.2.22), the place in its header if there is one. */
  Carriage SHORT_MESSAGE = new InShortMessage();

  /** All of a long message in message_payload (5.3.2.32): the SMSC cuts it. */
  Carriage PAYLOAD = new InPayload();

  /** See {@link #SHORT_MESSAGE}. */
  record InShortMessage() implements Carriage {}

  /** See {@link #PAYLOAD}. */
  record InPayload() implements Carriage {}

  /** In short_message, its place told by sar_msg_ref_num and its like (5.3.2.22-24). */
  record WithSar(Concatenation place) implements Carriage {
    public WithSar {
      Objects.requireNonNull(place);
    }
  }
}
