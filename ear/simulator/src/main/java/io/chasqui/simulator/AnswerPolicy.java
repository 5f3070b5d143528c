package io.chasqui.simulator;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How submit_sm is answered.
 *
 * @param delay before the submit_sm_resp; answers overtake one another
 * @param errorRate 0 to 1, the share refused
 * @param errorStatuses what a refusal says, one drawn each time; not empty
 * @param neverRate 0 to 1, the share taken but never answered
 * @param idStyle of the message id in submit_sm_resp
 */
public record AnswerPolicy(
    Delay delay, double errorRate, List<Integer> errorStatuses, double neverRate, IdStyle idStyle) {

  public AnswerPolicy {
    errorStatuses = List.copyOf(errorStatuses);
    Rates.check("error rate", errorRate);
    Rates.check("never-answer rate", neverRate);
    Rates.check("error rate plus never-answer rate", errorRate + neverRate);
    if (errorStatuses.isEmpty() || errorStatuses.contains(CommandStatus.OK)) {
      throw new IllegalArgumentException("error statuses: at least one, none of them 0");
    }
  }

  /** The command_status for one submit_sm, or {@link CommandStatus#NONE}. */
  int draw(RandomGenerator random) {
    double lot = random.nextDouble();
    if (lot < neverRate) {
      return CommandStatus.NONE;
    }
    return lot < neverRate + errorRate
        ? errorStatuses.get(random.nextInt(errorStatuses.size()))
        : CommandStatus.OK;
  }
}
