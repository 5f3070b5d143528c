package io.chasqui.benchmark;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** ESMEs that behave, each an account of its own; together they submit at a steady rate. */
final class GoodEsmes implements AutoCloseable {
  private static final int LONGEST = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
  private final List<GoodEsme> esmes = new ArrayList<>();
  private volatile Latencies latencies = new Latencies();
  private volatile long pdus;
  private volatile int refused;
  private volatile int lost;
  private long submitted;
  private long since;

  /** Returns when all are bound. */
  GoodEsmes(int port, int count, int window) {
    for (int i = 0; i < count; i++) {
      esmes.add(bind(port, new GoodEsme("good" + i, window, this)));
    }
  }

  private GoodEsme bind(int port, GoodEsme esme) {
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
                    .addLast(new LengthFieldBasedFrameDecoder(LONGEST, 0, 4, -4, 0), esme);
              }
            })
        .connect("127.0.0.1", port)
        .syncUninterruptibly();
    return esme.bound().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Begins to submit, in turn. */
  void submit(int perSecond) {
    since = System.nanoTime();
    loop.scheduleAtFixedRate(() -> submitDue(perSecond), 1, 1, TimeUnit.MILLISECONDS);
  }

  private void submitDue(int perSecond) {
    long now = System.nanoTime();
    long due = (long) ((now - since) / 1e9 * perSecond);
    for (; submitted < due; submitted++) {
      esmes.get((int) (submitted % esmes.size())).submit(System.nanoTime());
    }
  }

  /** The latencies of the next while. */
  Latencies during(Duration time) throws InterruptedException {
    Latencies measured = new Latencies();
    latencies = measured;
    pass(time);
    latencies = new Latencies();
    return measured;
  }

  /**
   * The latencies of the next PDUs, both ways.
   *
   * @throws IllegalStateException when none come any more
   */
  Latencies during(long count) throws InterruptedException {
    Latencies measured = new Latencies();
    latencies = measured;
    long end = pdus + count;
    long seen = pdus;
    long change = System.nanoTime();
    while (pdus < end) {
      pass(Duration.ofMillis(50));
      change = pdus == seen ? change : System.nanoTime();
      seen = pdus;
      if (System.nanoTime() - change > PATIENCE.toNanos()) {
        throw new IllegalStateException("the server says nothing any more");
      }
    }
    latencies = new Latencies();
    return measured;
  }

  private static void pass(Duration time) throws InterruptedException {
    new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Called, like the three that follow, on the event loop only. */
  void count() {
    pdus++;
  }

  void answered(long nanos) {
    latencies.add(nanos);
  }

  void refused() {
    refused++;
  }

  void lost() {
    lost++;
  }

  /** What went wrong for them so far. */
  String harm() {
    return "%d sessions lost, %d PDUs refused".formatted(lost, refused);
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
