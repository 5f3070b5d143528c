package io.chasqui.smpp.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.function.Consumer;

/** Waits for the TLS handshake, then lets the next step begin. */
final class TlsHandshake extends ChannelInboundHandlerAdapter {
  private final Runnable next;
  private final Consumer<String> failed;

  /**
   * @param failed is told why, in the operator's words
   */
  TlsHandshake(Runnable next, Consumer<String> failed) {
    this.next = next;
    this.failed = failed;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent end) {
      if (end.isSuccess()) {
        context.pipeline().remove(this);
        next.run();
      } else {
        fail(context, end.cause());
      }
    }
  }

  /** The same failure as the event told, or what came instead of a handshake. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(context, cause);
  }

  private void fail(ChannelHandlerContext context, Throwable cause) {
    failed.accept(TlsFault.words(cause));
    context.close();
  }
}
