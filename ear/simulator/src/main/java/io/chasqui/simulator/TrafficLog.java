package io.chasqui.simulator;

import java.util.List;

/**
 * The simulator's own record of what it got and sent. It keeps the newest entries, as many as
 * {@link SimulatorOptions#logLimit()} says of each kind; its counters count all. Thread-safe.
 */
public final class TrafficLog {

  private final Recent<ReceivedSubmit> submits;
  private final Recent<SentReceipt> receipts;
  private long received;
  private long answered;
  private long refused;
  private long unanswered;
  private long inFlight;
  private long peakInFlight;
  private long receiptsAccepted;
  private long receiptsWaiting;
  private long receiptFailures;
  private long receiptsGivenUp;
  private long messagesOriginated;

  TrafficLog(int limit) {
    submits = new Recent<>(limit);
    receipts = new Recent<>(limit);
  }

  /** Every submit_sm, oldest first. */
  public synchronized List<ReceivedSubmit> submits() {
    return submits.list();
  }

  /** Every attempt at a receipt, in the order of their answers. */
  public synchronized List<SentReceipt> receipts() {
    return receipts.list();
  }

  public synchronized Counters counters() {
    return new Counters(
        received,
        answered,
        refused,
        unanswered,
        inFlight,
        peakInFlight,
        receiptsAccepted,
        receiptsWaiting,
        receiptFailures,
        receiptsGivenUp,
        messagesOriginated);
  }

  synchronized void received(ReceivedSubmit submit) {
    submits.add(submit);
    received++;
    inFlight++;
    peakInFlight = Math.max(peakInFlight, inFlight);
  }

  /** Before the answer is written: the ESME's next submit may be here before the write returns. */
  synchronized void answerDue() {
    inFlight--;
  }

  synchronized void answered(int status) {
    switch (status) {
      case CommandStatus.OK -> answered++;
      case CommandStatus.NONE -> unanswered++;
      default -> refused++;
    }
  }

  synchronized void receiptDue() {
    receiptsWaiting++;
  }

  synchronized void receiptSent(SentReceipt receipt) {
    receipts.add(receipt);
    if (receipt.answer() == CommandStatus.OK) {
      receiptsAccepted++;
      receiptsWaiting--;
    } else {
      receiptFailures++;
    }
  }

  synchronized void receiptGivenUp() {
    receiptsGivenUp++;
    receiptsWaiting--;
  }

  synchronized void messageOriginated() {
    messagesOriginated++;
  }
}
