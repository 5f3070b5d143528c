package io.chasqui.benchmark.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a message carries in its text so that whoever meets it later knows it again, and how long it
 * was on its way. Processes of one machine share the clock of {@link System#nanoTime}.
 *
 * @param run which measurement it belongs to
 * @param serial from 0, within the run
 * @param nanos when it was sent
 */
record Stamp(int run, int serial, long nanos) {
  private static final byte[] MARK = "qq".getBytes(StandardCharsets.US_ASCII);

  private static final long APART = 1_000_003;
  private static final long PHONES = 100_000_000;

  private static final class Digits {
    private final byte[] octets;
    private final int end;
    private int at;

    private Digits(byte[] octets, int at, int end) {
      this.octets = octets;
      this.at = at;
      this.end = end;
    }

    private long next() {
      long number = 0;
      for (; at < end && octets[at] >= '0' && octets[at] <= '9'; at++) {
        number = 10 * number + octets[at] - '0';
      }
      at++;
      return number;
    }
  }

  static Stamp now(int run, int serial) {
    return new Stamp(run, serial, System.nanoTime());
  }

  /** Of characters that are the same in every alphabet and in a URL. */
  String text() {
    return "qq" + run + '.' + serial + '.' + nanos + '.';
  }

  /** A number that no other message has for long: receipts could be taken for each other's. */
  String phone() {
    return "55119%08d".formatted((run * APART + serial) % PHONES);
  }

  /** The first one within octets {@code from} to {@code end}. */
  static Optional<Stamp> find(byte[] octets, int from, int end) {
    for (int at = from; at + MARK.length < end; at++) {
      if (octets[at] == MARK[0] && octets[at + 1] == MARK[1]) {
        Digits digits = new Digits(octets, at + MARK.length, end);
        return Optional.of(new Stamp((int) digits.next(), (int) digits.next(), digits.next()));
      }
    }
    return Optional.empty();
  }
}
