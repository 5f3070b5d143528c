package io.chasqui.modem.at;

import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import java.time.Duration;
import java.util.List;

/** A modem on a serial port, as the pool sees it: everything goes through its actor's mailbox. */
final class SerialModem implements Modem {
  private final ModemActor actor;
  private final Mailbox mailbox;
  private final StatusBoard board;
  private final LineTrace trace;

  SerialModem(ModemActor actor, Mailbox mailbox, StatusBoard board, LineTrace trace) {
    this.actor = actor;
    this.mailbox = mailbox;
    this.board = board;
    this.trace = trace;
  }

  @Override
  public ModemStatus status() {
    return board.now();
  }

  @Override
  public SendResult send(Segment segment) throws InterruptedException {
    Request<SendResult> request =
        new Request<>(
            session -> session.send(segment),
            reason -> new SendResult.NotSent(SendFault.MODEM, 0, reason));
    post(request);
    try {
      return request.await();
    } catch (InterruptedException e) {
      return afterInterrupt(request, e);
    }
  }

  /** What has begun may end as it likes, unseen; what has not is taken back. */
  private static SendResult afterInterrupt(Request<SendResult> request, InterruptedException e)
      throws InterruptedException {
    if (request.withdraw()) {
      throw e;
    }
    Thread.currentThread().interrupt();
    return new SendResult.InDoubt("given to the modem, then the gateway stopped waiting");
  }

  @Override
  public String ussd(String request, Duration patience) throws InterruptedException {
    return ask(new Request<>(session -> session.ussd(request, patience), SerialModem::refused));
  }

  @Override
  public void reset() throws InterruptedException {
    ask(new Request<>(AtSession::restart, SerialModem::<Void>refused));
  }

  private <T> T ask(Request<T> request) throws InterruptedException {
    post(request);
    try {
      return request.await();
    } catch (InterruptedException e) {
      request.withdraw();
      throw e;
    }
  }

  private static <T> T refused(String reason) {
    throw new ModemRefusedException(reason);
  }

  private void post(Request<?> request) {
    if (actor.isClosing() || !mailbox.offer(new Mail.Asked(request)) || actor.isClosing()) {
      request.refuse("the modem is closed, or has too much to do");
    }
  }

  @Override
  public void trace(TraceMode mode) {
    trace.mode(mode);
  }

  @Override
  public List<TracedPdu> recent() {
    return trace.recent();
  }

  @Override
  public void close() {
    actor.close();
    board.close();
  }
}
