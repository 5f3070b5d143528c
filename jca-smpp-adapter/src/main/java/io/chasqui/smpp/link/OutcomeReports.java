package io.chasqui.smpp.link;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.smpp.mapping.Outcomes;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.SubmitAnswer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;

/** Tells outcomes to those who submitted; a sink that throws harms nobody else. */
record OutcomeReports(ConnectorId connector, StatusTable statuses, Clock clock) {
  private static final Logger LOG = System.getLogger(OutcomeReports.class.getName());

  void answered(Unanswered submit, SubmitAnswer answer) {
    tell(submit, Outcomes.of(answer, statuses, submit.message(), submit.part(), clock.instant()));
  }

  /** Certainly not written. */
  void deferred(Unanswered submit, String reason) {
    tell(
        submit,
        new SubmitOutcome.Deferred(
            submit.message(), submit.part(), clock.instant(), CommandStatus.OK, reason));
  }

  /** No submit_sm can carry it. */
  void unfit(Unanswered submit, int status) {
    String reason = "does not fit submit_sm: " + CommandStatus.describe(status);
    tell(
        submit,
        new SubmitOutcome.Rejected(
            submit.message(), submit.part(), clock.instant(), status, reason));
  }

  /** Written, and no answer came. */
  void unknown(Collection<Unanswered> submits, String reason) {
    for (Unanswered submit : submits) {
      tell(
          submit,
          new SubmitOutcome.Unknown(submit.message(), submit.part(), clock.instant(), reason));
    }
  }

  private void tell(Unanswered submit, SubmitOutcome outcome) {
    try {
      submit.sink().accept(outcome);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, connector + ": an outcome could not be handed over", e);
    }
  }
}
