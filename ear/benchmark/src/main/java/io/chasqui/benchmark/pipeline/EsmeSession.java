package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.EsmePdus;
import io.chasqui.benchmark.EsmePdus.Envelope;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One bind of the ESME; on its event loop only. */
final class EsmeSession extends SimpleChannelInboundHandler<ByteBuf> {
  private static final int COMMAND = 4;
  private static final int STATUS = 8;
  private static final int SEQUENCE = 12;
  private static final String TEXT = " Your order is on its way";

  private final String systemId;
  private final int window;
  private final Tally receipts;
  private final CompletableFuture<EsmeSession> bound = new CompletableFuture<>();
  private final Map<Integer, Long> underWay = new HashMap<>();
  private ChannelHandlerContext channel;
  private Submitting submitting;
  private int sequence = 1;

  EsmeSession(String systemId, int window, Tally receipts) {
    this.systemId = systemId;
    this.window = window;
    this.receipts = receipts;
  }

  CompletableFuture<EsmeSession> bound() {
    return bound;
  }

  boolean isIdle() {
    return underWay.isEmpty();
  }

  /** Submits what is due and has room. */
  void submit(Submitting run) {
    submitting = run;
    fill();
    channel.flush();
  }

  private void fill() {
    while (underWay.size() < window && submitting.isDue()) {
      Stamp stamp = submitting.next();
      underWay.put(++sequence, stamp.nanos());
      write(EsmePdus.submit(sequence, new Envelope("Shop", stamp.phone()), stamp.text() + TEXT));
    }
  }

  private void write(byte[] pdu) {
    channel.write(Unpooled.wrappedBuffer(pdu), channel.voidPromise());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context;
    write(EsmePdus.bind(systemId, EsmePdus.PASSWORD));
    channel.flush();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf pdu) {
    int command = pdu.getInt(COMMAND);
    int number = pdu.getInt(SEQUENCE);
    switch (command) {
      case EsmePdus.SUBMIT_SM | EsmePdus.RESPONSE -> answered(number, pdu.getInt(STATUS));
      case EsmePdus.BIND_TRANSCEIVER | EsmePdus.RESPONSE -> bound.complete(this);
      case EsmePdus.DELIVER_SM -> receipt(number, ByteBufUtil.getBytes(pdu));
      case EsmePdus.ENQUIRE_LINK -> write(EsmePdus.pdu(command | EsmePdus.RESPONSE, number));
      default -> context.close();
    }
  }

  private void answered(int number, int status) {
    submitting.answered(status, System.nanoTime() - underWay.remove(number));
    fill();
  }

  private void receipt(int number, byte[] octets) {
    write(EsmePdus.pdu(EsmePdus.DELIVER_SM | EsmePdus.RESPONSE, number, (byte) 0));
    Stamp.find(octets, EsmePdus.HEADER, octets.length).ifPresent(receipts::add);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    bound.completeExceptionally(new IllegalStateException("the server closed"));
  }
}
