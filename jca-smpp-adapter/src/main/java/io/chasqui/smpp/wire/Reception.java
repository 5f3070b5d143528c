package io.chasqui.smpp.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes connections in: counted, behind a proxy asked for whom, with TLS if set, then SMPP. */
final class Reception extends ChannelInitializer<Channel> {
  private static final Logger LOG = System.getLogger(Reception.class.getName());

  private final Wire wire;
  private final ServerSettings settings;
  private final AcceptGate gate;
  private final Optional<ReloadedTls> tls;
  private final ServerSessionListener listener;

  Reception(
      Wire wire,
      ServerSettings settings,
      AcceptGate gate,
      Optional<ReloadedTls> tls,
      ServerSessionListener listener) {
    this.wire = wire;
    this.settings = settings;
    this.gate = gate;
    this.tls = tls;
    this.listener = listener;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (gate.arrive() != AcceptGate.Admission.ADMITTED) {
      LOG.log(Level.DEBUG, "smpp server: too many connections, one is refused");
      channel.close();
      return;
    }
    channel.closeFuture().addListener(closed -> gate.left());
    InetSocketAddress peer = (InetSocketAddress) channel.remoteAddress();
    if (isProxy(peer.getAddress())) {
      channel
          .pipeline()
          .addLast(
              new ProxySignature(),
              new HAProxyMessageDecoder(),
              new ProxyHeader(peer, client -> admit(channel, client)));
      closeUnlessBound(channel, new AtomicBoolean());
    } else {
      channel.pipeline().addLast(new Connected(() -> admit(channel, peer)));
    }
  }

  private boolean isProxy(InetAddress address) {
    return settings.proxies().stream().anyMatch(network -> network.contains(address));
  }

  /** From here on the peer's address is known. */
  private void admit(Channel channel, InetSocketAddress peer) {
    if (gate.expectBind(peer.getAddress()) != AcceptGate.Admission.ADMITTED) {
      LOG.log(Level.DEBUG, "smpp server: too many unbound connections of {0}", peer.getAddress());
      channel.close();
      return;
    }
    AtomicBoolean settled = new AtomicBoolean();
    Runnable settle =
        () -> {
          if (settled.compareAndSet(false, true)) {
            gate.settled(peer.getAddress());
          }
        };
    channel.closeFuture().addListener(closed -> settle.run());
    closeUnlessBound(channel, settled);
    encrypt(channel, peer, settle);
  }

  private void closeUnlessBound(Channel channel, AtomicBoolean settled) {
    channel
        .eventLoop()
        .schedule(
            () -> settled.get() ? null : channel.close(),
            settings.limits().bindTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void encrypt(Channel channel, InetSocketAddress peer, Runnable settle) {
    if (tls.isEmpty()) {
      speak(channel, peer, settle);
      return;
    }
    SslHandler handler = tls.get().current().newHandler(channel.alloc(), wire.threads());
    handler.setHandshakeTimeoutMillis(settings.limits().bindTimeout().toMillis());
    channel
        .pipeline()
        .addLast(
            handler,
            new TlsHandshake(
                () -> speak(channel, peer, settle),
                reason ->
                    LOG.log(Level.INFO, "smpp server: {0} does not get in: {1}", peer, reason)));
  }

  private void speak(Channel channel, InetSocketAddress peer, Runnable settle) {
    new SessionStart(wire, settle, listener::onConnection).on(channel, peer);
  }
}
