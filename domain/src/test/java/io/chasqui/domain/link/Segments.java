package io.chasqui.domain.link;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Segments for tests. */
public final class Segments {
  private Segments() {}

  public static Segment saying(String text) {
    return new Segment(
        MessageId.next(Clock.systemUTC()),
        1,
        1,
        Address.infer("Chasqui"),
        Address.infer("+5511999990000"),
        DataCodingScheme.DEFAULT,
        text.getBytes(StandardCharsets.ISO_8859_1),
        false,
        true,
        Duration.ofHours(1));
  }

  /** Texts are "0", "1", "2" ... */
  public static List<Segment> numbered(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).map(Segments::saying).toList();
  }

  /** All parts of one message. */
  public static List<Segment> parts(int count) {
    MessageId message = MessageId.next(Clock.systemUTC());
    return IntStream.rangeClosed(1, count).mapToObj(part -> part(message, part, count)).toList();
  }

  private static Segment part(MessageId message, int part, int of) {
    Segment one = saying("part");
    return new Segment(
        message,
        part,
        of,
        one.source(),
        one.destination(),
        one.coding(),
        one.userData(),
        false,
        true,
        one.validity());
  }
}
