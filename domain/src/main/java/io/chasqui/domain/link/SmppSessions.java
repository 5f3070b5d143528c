package io.chasqui.domain.link;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sessions held open at once.
 *
 * @param count of sessions, or of pairs; 1 or more
 */
public record SmppSessions(BindType type, int count) {
  public SmppSessions {
    Objects.requireNonNull(type);
    if (count < 1) {
      throw new IllegalArgumentException("binds start at 1, not " + count);
    }
  }

  /** Every single session, by what it may do. */
  public Stream<BindType> each() {
    return IntStream.range(0, count).boxed().flatMap(one -> type.sessions().stream());
  }
}
