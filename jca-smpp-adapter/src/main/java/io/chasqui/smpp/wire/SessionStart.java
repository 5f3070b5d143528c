package io.chasqui.smpp.wire;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * The last step of opening: from here on the channel speaks SMPP.
 *
 * @param onBound is told when the session has bound
 */
record SessionStart(Wire wire, Runnable onBound, Function<WireSession, WireListener> protocol) {

  WireSession on(Channel channel, InetSocketAddress peer) {
    PduFrameDecoder frames = new PduFrameDecoder();
    Runnable bound =
        () -> {
          frames.bound();
          onBound.run();
        };
    WireSession session = new WireSession(channel, peer, bound, wire);
    SessionHandler handler = new SessionHandler(session, protocol.apply(session));
    channel.pipeline().addLast(frames, handler);
    return session;
  }
}
