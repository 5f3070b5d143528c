package io.chasqui.app.dispatch;

import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** A message of which parts come back; all of them together, the most urgent saying how. */
final class Comeback {
  private final OutgoingMessage message;
  private final Set<Integer> parts = new HashSet<>();
  private boolean refused;
  private Sequel sequel = new Sequel.Later(Duration.ZERO);

  Comeback(OutgoingMessage message) {
    this.message = message;
  }

  void withheld(int part) {
    parts.add(part);
    sequel = Sequels.AS_SOON_AS_THE_LINK_IS_READY;
  }

  void deferred(Deferred outcome, Sequel next) {
    parts.add(outcome.part());
    refused |= outcome.commandStatus() != 0;
    sequel = moreUrgent(sequel, next);
  }

  private static Sequel moreUrgent(Sequel one, Sequel other) {
    if (one instanceof Sequel.AtHead) {
      return one;
    }
    return one instanceof Sequel.Later early
            && other instanceof Sequel.Later late
            && early.delay().compareTo(late.delay()) >= 0
        ? one
        : other;
  }

  /** For its next attempt, which only a peer's refusal makes another one. */
  OutgoingMessage message() {
    return refused ? message.retry(parts) : message.withheld(parts);
  }

  Sequel sequel() {
    return sequel;
  }
}
