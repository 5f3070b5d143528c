package io.chasqui.modem.device;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.ModemStatus;
import java.time.Duration;
import java.util.List;

/** A modem without a wire. */
public final class FakeModem implements Modem {
  private final ModemSurroundings around;
  private final Air air;
  private volatile ModemStatus status;
  private volatile boolean interrupted;
  private volatile boolean closed;

  FakeModem(ModemSurroundings around, Air air) {
    this.around = around;
    this.air = air;
    this.status = ModemStatus.starting(around.clock().instant());
  }

  String name() {
    return around.settings().name();
  }

  public void move(ModemState state, String why) {
    status = status.moved(state, why, around.clock().instant());
    around.observer().changed(status);
  }

  public void bring(LinkEvent event) {
    around.listener().onEvents(List.of(event));
  }

  public boolean isClosed() {
    return closed;
  }

  void begin() {
    interrupted = closed;
  }

  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public ModemStatus status() {
    return status;
  }

  @Override
  public SendResult send(Segment segment) throws InterruptedException {
    return air.send(this, segment);
  }

  @Override
  public String ussd(String request, Duration patience) {
    if (request.equals("*999#")) {
      throw new ModemRefusedException("the network does not know it");
    }
    return "Balance: 7";
  }

  @Override
  public void reset() {
    move(ModemState.STARTING, "reset by its operator");
  }

  @Override
  public void trace(TraceMode mode) {}

  @Override
  public List<TracedPdu> recent() {
    return List.of();
  }

  @Override
  public void close() {
    closed = true;
    interrupted = true;
    air.wake();
  }
}
