package io.chasqui.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.SubmitSm;

/**
 * All that belongs to one system_id and outlives its binds. What falls due (answers, receipts,
 * their retries) runs on the account's one thread, which also guards its state: an ESME that stops
 * reading holds up nobody else.
 */
final class Account implements AutoCloseable {

  private final String systemId;
  private final SimulatorOptions options;
  private final MessageIds ids;
  private final TrafficLog log;
  private final Random random = new Random();
  private final ScheduledThreadPoolExecutor clock;
  private final Deque<EsmeSession> receivers = new ArrayDeque<>();
  private final ReceiptQueue receipts;

  Account(String systemId, SimulatorOptions options, MessageIds ids, TrafficLog log) {
    this.systemId = systemId;
    this.options = options;
    this.ids = ids;
    this.log = log;
    this.clock =
        new ScheduledThreadPoolExecutor(1, r -> Threads.daemon("simulator-" + systemId, r));
    clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.receipts = new ReceiptQueue(this, options.receipts(), log);
  }

  String systemId() {
    return systemId;
  }

  void bound(EsmeSession session) {
    run(
        () -> {
          if (session.canReceive()) {
            receivers.add(session);
            receipts.send();
          }
        });
  }

  void holdReceipts(boolean wanted) {
    run(() -> receipts.hold(wanted));
  }

  void unbound(EsmeSession session) {
    run(() -> receivers.remove(session));
  }

  /** Takes a submit_sm: decides at once, answers and reports when due. Called on any thread. */
  void accept(EsmeSession session, SubmitSm pdu) {
    long number = ids.next();
    int status =
        pdu.getDestAddress().isEmpty()
            ? CommandStatus.INVALID_DESTINATION
            : options.answers().draw(random);
    boolean taken = status == CommandStatus.OK || status == CommandStatus.NONE;
    String id = taken ? options.answers().idStyle().write(number) : "";
    ReceivedSubmit submit = ReceivedSubmit.of(pdu, systemId, id, status);
    log.received(submit);

    Runnable answer = () -> answer(session, pdu.getSequenceNumber(), submit);
    Runnable receipt = () -> report(submit, options.receipts().idStyle().write(number));
    if (options.receipts().beforeAnswer()) {
      inTurn(options.receipts().delay(), receipt, options.answers().delay(), answer);
    } else {
      inTurn(options.answers().delay(), answer, options.receipts().delay(), receipt);
    }
  }

  private void inTurn(Delay before, Runnable first, Delay between, Runnable second) {
    later(
        before,
        () -> {
          first.run();
          later(between, second);
        });
  }

  private void answer(EsmeSession session, int sequence, ReceivedSubmit submit) {
    log.answerDue();
    boolean written =
        submit.status() != CommandStatus.NONE
            && session.answer(sequence, submit.status(), submit.messageId());
    log.answered(written ? submit.status() : CommandStatus.NONE);
  }

  private void report(ReceivedSubmit submit, String id) {
    ReceiptOutcome outcome = options.receipts().draw(random);
    if (options.receipts().on() && submit.accepted() && submit.wantsReceipt(outcome.delivered())) {
      log.receiptDue();
      receipts.add(Receipt.first(submit, id, outcome));
    }
  }

  /** The next bind that may receive, each in its turn; null when there is none. */
  EsmeSession nextReceiver() {
    receivers.removeIf(s -> !s.canReceive());
    EsmeSession next = receivers.poll();
    if (next != null) {
      receivers.add(next);
    }
    return next;
  }

  void run(Runnable task) {
    clock.execute(Threads.reporting(task));
  }

  void later(Delay delay, Runnable task) {
    clock.schedule(Threads.reporting(task), delay.draw(random), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
