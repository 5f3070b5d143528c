package io.chasqui.smpp.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A listening port. Its sessions live on when it is closed. */
public final class WireServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Channel channel;
  private final AcceptGate gate;

  private WireServer(Channel channel, AcceptGate gate) {
    this.channel = channel;
    this.gate = gate;
  }

  static WireServer start(Wire wire, ServerSettings settings, ServerSessionListener listener)
      throws IOException {
    Optional<ReloadedTls> tls = Optional.empty();
    if (settings.tls().isPresent()) {
      tls = Optional.of(new ReloadedTls(settings.tls().get()));
    }
    AcceptGate gate = new AcceptGate(settings.limits());
    ChannelFuture bound =
        new ServerBootstrap()
            .group(wire.loops())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.RCVBUF_ALLOCATOR, Reading.A_LITTLE_A_TURN)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(new Reception(wire, settings, gate, tls, listener))
            .bind(settings.address())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "cannot listen on %s: %s".formatted(settings.address(), TlsFault.words(bound.cause())),
          bound.cause());
    }
    return new WireServer(bound.channel(), gate);
  }

  /** Where it listens, with the port it was given. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** Connections open now, bound or not. */
  public int connections() {
    return gate.connections();
  }

  /** Connections refused so far for the limits of accepting. */
  public long refused() {
    return gate.refused();
  }

  /** Accepts no more; returns when the port is free. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}
