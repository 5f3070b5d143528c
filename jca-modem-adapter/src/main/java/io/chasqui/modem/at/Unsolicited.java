package io.chasqui.modem.at;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a modem has said unasked and nobody has seen to yet, in its order. */
final class Unsolicited {
  private final UrcReader reader = new UrcReader();
  private final Deque<Urc> kept = new ArrayDeque<>();

  /** Keeps what the token says unasked, if it does. */
  void note(AtToken token) {
    if (token instanceof AtToken.Line said) {
      takes(said.text());
    }
  }

  /**
   * @return whether the line was no answer
   */
  boolean takes(String said) {
    Optional<Urc> urc = reader.read(said);
    urc.ifPresent(kept::add);
    return urc.isPresent() || reader.isHeader(said);
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  Optional<Urc> next() {
    return Optional.ofNullable(kept.poll());
  }

  void putBack(Urc urc) {
    kept.add(urc);
  }
}
