package io.chasqui.smpp.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Waits for the connection, then lets the next step begin. */
final class Connected extends ChannelInboundHandlerAdapter {
  private final Runnable next;

  Connected(Runnable next) {
    this.next = next;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.pipeline().remove(this);
    next.run();
  }
}
