package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A client's ESME: submits as fast as its windows allow or at a rate, and counts its receipts. */
@Command(name = "pipeline-esme", hidden = true, description = "The ESME of bench pipeline.")
public final class EsmeLoad implements Callable<Integer> {
  private static final int LONGEST = 1 << 16;
  private static final long PATIENCE_SECONDS = 30;

  @Option(names = "--port", required = true)
  private int port;

  @Option(names = "--system-id", required = true)
  private String systemId;

  @Option(names = "--binds", defaultValue = "4")
  private int binds;

  @Option(names = "--window", defaultValue = "250")
  private int window;

  private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
  private final List<EsmeSession> sessions = new ArrayList<>();
  private final Tally receipts = new Tally();
  private Submitting submitting;

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (int i = 0; i < binds; i++) {
      sessions.add(bind());
    }
    Conversation.hold(port, this::reply);
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    return 0;
  }

  private EsmeSession bind() {
    EsmeSession session = new EsmeSession(systemId, window, receipts);
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel
                    .pipeline()
                    .addLast(new LengthFieldBasedFrameDecoder(LONGEST, 0, 4, -4, 0), session);
              }
            })
        .connect("127.0.0.1", port)
        .syncUninterruptibly();
    return session.bound().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private String reply(String... words) {
    return switch (words[0]) {
      case "begin" -> {
        receipts.begin(Integer.parseInt(words[1]));
        yield "ok";
      }
      case "count" -> receipts.count().line();
      case "send" -> run(Pace.of(words[1])).line();
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private Sent run(Pace pace) {
    CompletableFuture<Sent> sent = new CompletableFuture<>();
    submitting = new Submitting(receipts.run(), pace.begin(), new Latencies());
    var ticks = loop.scheduleAtFixedRate(() -> tick(sent), 0, 1, TimeUnit.MILLISECONDS);
    try {
      return sent.orTimeout(pace.millis() / 1000 + PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } finally {
      ticks.cancel(false);
    }
  }

  private void tick(CompletableFuture<Sent> sent) {
    sessions.forEach(session -> session.submit(submitting));
    if (submitting.isOver() && sessions.stream().allMatch(EsmeSession::isIdle)) {
      sent.complete(submitting.sent());
    }
  }
}
