package io.chasqui.benchmark;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppFlow;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.link.ConnectRate;
import io.chasqui.smpp.link.SmppLinks;
import io.chasqui.smpp.link.Surroundings;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** Our link, fed by one thread. */
final class ChasquiLink implements Contender {
  private static final ConnectorId ID = ConnectorId.of("bench");
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final byte[] TEXT = "Your order is on its way".getBytes(StandardCharsets.US_ASCII);

  private final Clock clock = Clock.systemUTC();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder receipts = new LongAdder();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
  private final Wire wire = new Wire(1, threads, System::nanoTime, WireLimits.STANDARD);
  private final SmppLinks links =
      new SmppLinks(
          new Surroundings(
              clock,
              System::nanoTime,
              RandomGenerator.getDefault(),
              threads,
              this::count,
              wire,
              new ConnectRate(ConnectRate.STANDARD)));
  private final Thread sender = new Thread(this::send, "sender");
  private volatile boolean ended;

  ChasquiLink(int port, int window) {
    ticking.scheduleAtFixedRate(links::tick, 0, 100, TimeUnit.MILLISECONDS);
    links.open(
        SmppLinkSettings.of(ID, SmppPeer.of("127.0.0.1", port), SmppLogin.of("bench", "secret"))
            .with(new SmppFlow(window, 0)));
    sender.start();
  }

  private void count(List<LinkEvent> batch) {
    receipts.add(batch.size());
  }

  private void send() {
    try {
      while (!ended) {
        links.submit(ID, segments(links.awaitCapacity(ID, PATIENCE)), this::count);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Segment> segments(int count) {
    List<Segment> segments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      segments.add(
          new Segment(
              MessageId.next(clock),
              1,
              1,
              Address.infer("12345"),
              Address.infer("+5511999990000"),
              DataCodingScheme.DEFAULT,
              TEXT,
              false,
              true,
              Duration.ofHours(24)));
    }
    return segments;
  }

  private void count(SubmitOutcome outcome) {
    if (outcome instanceof SubmitOutcome.Accepted) {
      accepted.increment();
    }
  }

  @Override
  public long accepted() {
    return accepted.sum();
  }

  @Override
  public long receipts() {
    return receipts.sum();
  }

  @Override
  public void close() {
    ended = true;
    links.stopAll(Duration.ofSeconds(2));
    ticking.shutdownNow();
    wire.stop(Duration.ofSeconds(1));
    threads.shutdownNow();
  }
}
