package io.chasqui.smpp.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.util.NetUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/** Learns from a proxy's header whose connection it passes on; without one it ends. */
final class ProxyHeader extends SimpleChannelInboundHandler<HAProxyMessage> {
  private static final Logger LOG = System.getLogger(ProxyHeader.class.getName());

  private final InetSocketAddress proxy;
  private final Consumer<InetSocketAddress> next;

  ProxyHeader(InetSocketAddress proxy, Consumer<InetSocketAddress> next) {
    this.proxy = proxy;
    this.next = next;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header)
      throws UnknownHostException {
    InetSocketAddress client = client(header);
    context.pipeline().remove(this);
    next.accept(client);
  }

  /** LOCAL is the proxy's own health check. */
  private InetSocketAddress client(HAProxyMessage header) throws UnknownHostException {
    byte[] address =
        header.command() == HAProxyCommand.LOCAL || header.sourceAddress() == null
            ? null
            : NetUtil.createByteArrayFromIpAddressString(header.sourceAddress());
    return address == null
        ? proxy
        : new InetSocketAddress(InetAddress.getByAddress(address), header.sourcePort());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(
        Level.WARNING,
        "smpp server: proxy {0} does not begin with a PROXY header, its connection is closed: {1}",
        proxy,
        cause.getMessage());
    context.close();
  }
}
