package io.chasqui.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** jSMPP as most use it: a thread for each submit under way. */
final class BlockingJsmpp implements Contender, MessageReceiverListener {
  private static final byte[] TEXT = "Your order is on its way".getBytes(StandardCharsets.US_ASCII);
  private static final int PATIENCE_MILLIS = 30_000;

  private final LongAdder accepted = new LongAdder();
  private final LongAdder receipts = new LongAdder();
  private final SMPPSession session = new SMPPSession();
  private final ExecutorService threads;
  private volatile boolean ended;

  BlockingJsmpp(int port, int threadCount) throws IOException {
    session.setTransactionTimer(PATIENCE_MILLIS);
    session.setQueueCapacity(10_000);
    session.setMessageReceiverListener(this);
    session.connectAndBind(
        "127.0.0.1",
        port,
        new BindParameter(
            BindType.BIND_TRX,
            "bench",
            "secret",
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            ""));
    threads = Executors.newFixedThreadPool(threadCount);
    for (int i = 0; i < threadCount; i++) {
      threads.execute(this::send);
    }
  }

  private void send() {
    while (!ended) {
      try {
        submit();
        accepted.increment();
      } catch (PDUException
          | ResponseTimeoutException
          | InvalidResponseException
          | NegativeResponseException
          | IOException e) {
        // Not accepted, so not counted.
      }
    }
  }

  private void submit()
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    session.submitShortMessage(
        "",
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.ISDN,
        "12345",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        "5511999990000",
        new ESMClass(),
        (byte) 0,
        (byte) 0,
        null,
        "000001000000000R",
        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
        (byte) 0,
        new GeneralDataCoding(),
        (byte) 0,
        TEXT);
  }

  /** Read, for our link hands receipts over read. */
  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
    try {
      deliverSm.getShortMessageAsDeliveryReceipt();
      receipts.increment();
    } catch (InvalidDeliveryReceiptException e) {
      throw new ProcessRequestException("no receipt", 0x64, e);
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // None is sent.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("none is sent", 0x03);
  }

  private void awaitTheLastAnswers() {
    try {
      threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long accepted() {
    return accepted.sum();
  }

  @Override
  public long receipts() {
    return receipts.sum();
  }

  @Override
  public void close() {
    ended = true;
    threads.shutdown();
    awaitTheLastAnswers();
    session.unbindAndClose();
  }
}
