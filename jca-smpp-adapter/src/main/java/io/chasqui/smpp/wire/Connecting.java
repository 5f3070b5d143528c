package io.chasqui.smpp.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * One attempt to connect. Names and key files are read on a thread that may wait. TCP_NODELAY: PDUs
 * are coalesced by us, and Nagle's algorithm against delayed acknowledgements would halve the rate.
 * Keep-alive finds dead peers behind firewalls that drop silently.
 */
final class Connecting {
  private final Wire wire;
  private final WireTarget target;
  private final WireListener listener;
  private final CompletableFuture<WireSession> session = new CompletableFuture<>();

  Connecting(Wire wire, WireTarget target, WireListener listener) {
    this.wire = wire;
    this.target = target;
    this.listener = listener;
  }

  CompletableFuture<WireSession> start() {
    try {
      wire.threads().execute(this::lookUpAndConnect);
    } catch (RejectedExecutionException e) {
      fail("the adapter is stopping");
    }
    return session;
  }

  private void lookUpAndConnect() {
    try {
      InetAddress address = InetAddress.getByName(target.host());
      Optional<SslContext> tls = Optional.empty();
      if (target.tls().isPresent()) {
        tls = Optional.of(TlsContexts.client(target.tls().get()));
      }
      connect(new InetSocketAddress(address, target.port()), tls);
    } catch (UnknownHostException e) {
      fail("the host name is not known");
    } catch (IOException | RuntimeException e) {
      fail(e.getMessage());
    }
  }

  private void connect(InetSocketAddress address, Optional<SslContext> tls) {
    ChannelFuture connected =
        new Bootstrap()
            .group(wire.loops())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.RCVBUF_ALLOCATOR, Reading.A_LITTLE_A_TURN)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) target.patience().toMillis())
            .handler(new FirstSteps(address, tls))
            .connect(address);
    connected.addListener(
        done -> {
          if (!done.isSuccess()) {
            fail(TlsFault.words(done.cause()));
          }
        });
    session.whenComplete((open, failure) -> closeOnFailure(connected.channel(), failure));
  }

  private static void closeOnFailure(Channel channel, Throwable failure) {
    if (failure != null) {
      channel.close();
    }
  }

  private void fail(String reason) {
    session.completeExceptionally(new IOException(reason));
  }

  /** Connected: TLS, if any, then SMPP. */
  private final class FirstSteps extends ChannelInitializer<Channel> {
    private final InetSocketAddress address;
    private final Optional<SslContext> tls;

    FirstSteps(InetSocketAddress address, Optional<SslContext> tls) {
      this.address = address;
      this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (tls.isPresent()) {
        SslHandler handler =
            tls.get().newHandler(channel.alloc(), target.host(), target.port(), wire.threads());
        handler.setHandshakeTimeoutMillis(target.patience().toMillis());
        channel
            .pipeline()
            .addLast(handler, new TlsHandshake(() -> open(channel), Connecting.this::fail));
      } else {
        channel.pipeline().addLast(new Connected(() -> open(channel)));
      }
    }

    private void open(Channel channel) {
      if (!session.isDone()) {
        session.complete(new SessionStart(wire, () -> {}, each -> listener).on(channel, address));
      }
    }
  }
}
