package io.chasqui.smpp.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Between the channel and the protocol: what every SMPP session does alike. */
final class SessionHandler extends SimpleChannelInboundHandler<Pdu> {
  private static final Logger LOG = System.getLogger(SessionHandler.class.getName());

  private final WireSession session;
  private final WireListener listener;
  private ScheduledFuture<?> watch;

  SessionHandler(WireSession session, WireListener listener) {
    this.session = session;
    this.listener = listener;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    watch =
        context
            .channel()
            .eventLoop()
            .scheduleWithFixedDelay(session::watch, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Pdu pdu) {
    session.heard(pdu);
    Optional<CommandId> command = pdu.command();
    if (command.isPresent()) {
      onCommand(command.get(), pdu);
    } else {
      onUnknown(pdu);
    }
  }

  private void onUnknown(Pdu pdu) {
    session.noise();
    if (!pdu.isResponse()) {
      session.nack(CommandStatus.INVALID_COMMAND, pdu.sequence());
    }
  }

  private void onCommand(CommandId command, Pdu pdu) {
    switch (command) {
      case ENQUIRE_LINK -> {
        session.noise();
        session.write(Pdu.of(CommandId.ENQUIRE_LINK_RESP, CommandStatus.OK, pdu.sequence()));
      }
      case ENQUIRE_LINK_RESP -> session.noise();
      case UNBIND -> listener.onUnbind(session, pdu);
      case UNBIND_RESP -> session.close("unbound");
      default -> listener.onPdu(session, pdu);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    session.writable();
  }

  /** SMPP 3.4, 4.3: a generic_nack for a bad length, since nothing after it can be trusted. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof BadLengthException) {
      session.nack(CommandStatus.INVALID_COMMAND_LENGTH, 0);
      session.closeAfterWriting(cause.getMessage());
      return;
    }
    if (!(cause instanceof IOException) && !TlsFault.is(cause)) {
      LOG.log(Level.ERROR, session.peer() + ": an SMPP session fails, it is closed", cause);
    }
    session.close(TlsFault.words(cause));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    watch.cancel(false);
    session.close("the peer closed the connection");
    listener.onClosed(session, session.end().orElseThrow());
  }
}
