package io.chasqui.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;

/**
 * The receipts one account is owed. They wait until somebody is bound to receive, go out within the
 * window, and come back until they are answered with 0. Lives on the account's thread.
 */
final class ReceiptQueue {

  private final Account account;
  private final ReceiptPolicy policy;
  private final TrafficLog log;
  private final Deque<Receipt> waiting = new ArrayDeque<>();
  private int unanswered;
  private boolean held;

  ReceiptQueue(Account account, ReceiptPolicy policy, TrafficLog log) {
    this.account = account;
    this.policy = policy;
    this.log = log;
  }

  void add(Receipt receipt) {
    waiting.addLast(receipt);
    send();
  }

  /** While held, receipts gather. */
  void hold(boolean wanted) {
    held = wanted;
    send();
  }

  void send() {
    while (!held && unanswered < policy.window() && !waiting.isEmpty()) {
      EsmeSession receiver = account.nextReceiver();
      if (receiver == null) {
        return;
      }
      send(waiting.removeFirst(), receiver);
    }
  }

  private void send(Receipt receipt, EsmeSession receiver) {
    unanswered++;
    receiver
        .deliver(receipt.delivery(policy), policy.timeout())
        .whenComplete(
            (status, failure) -> account.run(() -> settle(receipt, status, causeOf(failure))));
  }

  private static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  private void settle(Receipt receipt, Integer status, Throwable failure) {
    unanswered--;
    int answer = status == null ? CommandStatus.NONE : status;
    log.receiptSent(receipt.answered(answer));
    if (failure instanceof LinkLostException) {
      waiting.addFirst(receipt.afterLinkLoss());
    } else if (answer != CommandStatus.OK) {
      retry(receipt.afterFailure());
    }
    send();
  }

  private void retry(Receipt receipt) {
    if (receipt.failures() >= policy.attempts()) {
      log.receiptGivenUp();
    } else {
      account.later(policy.retry(), () -> add(receipt));
    }
  }
}
