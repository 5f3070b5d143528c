package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;
import java.util.BitSet;

/** What one run brought to a place: each message once, or more often. Safe for several threads. */
final class Tally {
  private final BitSet seen = new BitSet();
  private Latencies latencies = new Latencies();
  private int run;
  private int distinct;
  private int again;
  private long last = System.nanoTime();

  /** From now on messages of this run count, and others do not. */
  synchronized void begin(int number) {
    run = number;
    seen.clear();
    distinct = 0;
    again = 0;
    last = System.nanoTime();
    latencies = new Latencies();
  }

  void add(Stamp stamp) {
    add(stamp, System.nanoTime());
  }

  private synchronized void add(Stamp stamp, long now) {
    if (stamp.run() != run) {
      return;
    }
    if (seen.get(stamp.serial())) {
      again++;
      return;
    }
    seen.set(stamp.serial());
    distinct++;
    last = now;
    latencies.add(now - stamp.nanos());
  }

  synchronized int run() {
    return run;
  }

  synchronized Count count() {
    return new Count(distinct, again, last);
  }

  synchronized Times times() {
    return Times.of(latencies);
  }

  /**
   * @param distinct messages
   * @param again how often one came that had come before
   * @param last {@link System#nanoTime} of the latest
   */
  record Count(int distinct, int again, long last) {
    static Count of(String line) {
      String[] words = line.split(" ");
      return new Count(
          Integer.parseInt(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
    }

    String line() {
      return distinct + " " + again + " " + last;
    }
  }
}
