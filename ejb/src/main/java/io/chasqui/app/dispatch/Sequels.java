package io.chasqui.app.dispatch;

import io.chasqui.app.dispatch.Sequel.AtHead;
import io.chasqui.app.dispatch.Sequel.GivenUp;
import io.chasqui.app.dispatch.Sequel.Later;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import java.time.Duration;

/** What follows which refusal on one connector. */
@FunctionalInterface
interface Sequels {
  AtHead AS_SOON_AS_THE_LINK_IS_READY = new AtHead(Duration.ZERO);

  /**
   * @param attempt the one that was refused, 1 or more
   */
  Sequel of(Deferred outcome, int attempt);

  static Sequels of(LinkSettings settings) {
    Sequels refused =
        settings instanceof SmppLinkSettings smpp
            ? byTable(smpp.statuses())
            : byCount(((ModemLinkSettings) settings).pool().attempts());
    return (outcome, attempt) ->
        outcome.commandStatus() == 0 ? AS_SOON_AS_THE_LINK_IS_READY : refused.of(outcome, attempt);
  }

  private static Sequels byCount(int attempts) {
    return (outcome, attempt) ->
        attempt < attempts ? new Later(RetryDelay.after(attempt)) : new GivenUp();
  }

  private static Sequels byTable(StatusTable table) {
    return (outcome, attempt) -> {
      StatusPolicy policy = table.policy(outcome.commandStatus());
      if (attempt > policy.attempts()) {
        return new GivenUp();
      }
      return switch (policy.reaction()) {
        case THROTTLE, REBIND -> new AtHead(policy.delay());
        case RETRY -> new Later(policy.delay());
        case FAIL -> new GivenUp();
      };
    };
  }
}
