package io.chasqui.smpp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;
import io.netty.util.ReferenceCountUtil;

/**
 * Sees at the first octet that no PROXY header comes; the decoder behind it would wait for the end
 * of a line.
 */
final class ProxySignature extends ChannelInboundHandlerAdapter {
  private static final byte VERSION_1 = 'P';
  private static final byte VERSION_2 = '\r';

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf octets = (ByteBuf) message;
    byte first = octets.getByte(octets.readerIndex());
    context.pipeline().remove(this);
    if (first == VERSION_1 || first == VERSION_2) {
      context.fireChannelRead(message);
    } else {
      ReferenceCountUtil.release(message);
      context.fireExceptionCaught(new HAProxyProtocolException("no PROXY header"));
    }
  }
}
