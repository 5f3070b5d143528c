package io.chasqui.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Whether, when and how receipts are sent.
 *
 * @param on whether at all; then only for submits whose registered_delivery asks
 * @param delay from the answer to the receipt
 * @param beforeAnswer the receipt leaves before the submit_sm_resp
 * @param idStyle of the message id in the receipt
 * @param deliveredWord what the text says of delivered ones; carriers have words of their own
 * @param undeliveredRate 0 to 1, the share that is not delivered
 * @param undeliveredState what those say
 * @param undeliveredError their three characters behind {@code err:}
 * @param window unanswered receipts at most, for each system_id
 * @param retry from a refusal to the next attempt
 * @param timeout without deliver_sm_resp until the receipt counts as unanswered
 * @param attempts answered with an error or not at all until the receipt is given up; a lost link
 *     does not count
 */
public record ReceiptPolicy(
    boolean on,
    Delay delay,
    boolean beforeAnswer,
    ReceiptForm form,
    IdStyle idStyle,
    String deliveredWord,
    double undeliveredRate,
    ReceiptState undeliveredState,
    String undeliveredError,
    int window,
    Delay retry,
    Duration timeout,
    int attempts) {

  public ReceiptPolicy {
    Rates.check("undelivered rate", undeliveredRate);
    if (!deliveredWord.matches("[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException(
          "a state is a word without spaces, unlike '" + deliveredWord + "'");
    }
    if (!undeliveredError.matches("[\\x21-\\x7e]{3}")) {
      throw new IllegalArgumentException(
          "an error code has three characters, unlike '" + undeliveredError + "'");
    }
    if (window < 1 || attempts < 1 || timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("receipt window, attempts and timeout start at 1");
    }
  }

  ReceiptOutcome draw(RandomGenerator random) {
    return random.nextDouble() < undeliveredRate
        ? new ReceiptOutcome(undeliveredState, undeliveredError)
        : ReceiptOutcome.DELIVERED;
  }
}
