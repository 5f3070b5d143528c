package io.chasqui.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * One ESME that behaves: keeps to its window, takes what is delivered, answers enquiries. On its
 * event loop only.
 */
final class GoodEsme extends SimpleChannelInboundHandler<ByteBuf> {
  private static final int COMMAND = 4;
  private static final int STATUS = 8;
  private static final int SEQUENCE = 12;

  private final String systemId;
  private final int window;
  private final GoodEsmes others;
  private final CompletableFuture<GoodEsme> bound = new CompletableFuture<>();
  private final Map<Integer, Long> underWay = new HashMap<>();
  private final Queue<Long> waiting = new ArrayDeque<>();
  private ChannelHandlerContext channel;
  private int sequence = 1;

  GoodEsme(String systemId, int window, GoodEsmes others) {
    this.systemId = systemId;
    this.window = window;
    this.others = others;
  }

  CompletableFuture<GoodEsme> bound() {
    return bound;
  }

  /** Submits one, now or when the window has room; its time counts from now. */
  void submit(long now) {
    waiting.add(now);
    fill();
  }

  private void fill() {
    while (underWay.size() < window && !waiting.isEmpty()) {
      underWay.put(++sequence, waiting.remove());
      write(EsmePdus.submit(sequence));
    }
  }

  private void write(byte[] pdu) {
    others.count();
    channel.writeAndFlush(Unpooled.wrappedBuffer(pdu));
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context;
    write(EsmePdus.bind(systemId, EsmePdus.PASSWORD));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf pdu) {
    others.count();
    int command = pdu.getInt(COMMAND);
    int number = pdu.getInt(SEQUENCE);
    switch (command) {
      case EsmePdus.SUBMIT_SM | EsmePdus.RESPONSE -> onAnswer(number, pdu.getInt(STATUS));
      case EsmePdus.BIND_TRANSCEIVER | EsmePdus.RESPONSE -> onBound(pdu.getInt(STATUS));
      case EsmePdus.DELIVER_SM ->
          write(EsmePdus.pdu(command | EsmePdus.RESPONSE, number, (byte) 0));
      case EsmePdus.ENQUIRE_LINK -> write(EsmePdus.pdu(command | EsmePdus.RESPONSE, number));
      default -> others.refused();
    }
  }

  private void onAnswer(int number, int status) {
    long since = underWay.remove(number);
    if (status == 0) {
      others.answered(System.nanoTime() - since);
    } else {
      others.refused();
    }
    fill();
  }

  private void onBound(int status) {
    if (status == 0) {
      bound.complete(this);
    } else {
      bound.completeExceptionally(new IllegalStateException("bind answered " + status));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    bound.completeExceptionally(new IllegalStateException("the server closed"));
    others.lost();
  }
}
