package io.chasqui.benchmark;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** ESMEs that misbehave, each in one way of the {@link Misbehaviour}s, again and again. */
final class BadEsmes implements AutoCloseable {
  private final int port;
  private final long pauseMillis;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Set<BadSession> open = ConcurrentHashMap.newKeySet();
  private final Map<Misbehaviour, LongAdder> times = new EnumMap<>(Misbehaviour.class);

  /**
   * @param ways of misbehaving, dealt out in turn
   * @param pauseMillis between one connection and the next
   */
  BadEsmes(int port, int count, List<Misbehaviour> ways, long pauseMillis) {
    this.port = port;
    this.pauseMillis = pauseMillis;
    for (Misbehaviour way : ways) {
      times.put(way, new LongAdder());
    }
    for (int i = 0; i < count; i++) {
      int number = i;
      threads.execute(() -> misbehave(ways.get(number % ways.size()), "bad" + number));
    }
  }

  private void misbehave(Misbehaviour way, String systemId) {
    Random random = new Random(systemId.hashCode());
    try {
      do {
        once(way, systemId, random);
      } while (!over.await(pauseMillis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once(Misbehaviour way, String systemId, Random random) {
    times.get(way).increment();
    try (BadSession session = new BadSession(systemId, port, random)) {
      open.add(session);
      try {
        way.on(session);
      } finally {
        open.remove(session);
      }
    } catch (IOException e) {
      // The server has cut it off, which is as it should be.
    }
  }

  /** Connections so far. */
  long connections() {
    return times.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    for (BadSession session : open) {
      session.close();
    }
    threads.shutdownNow();
  }
}
