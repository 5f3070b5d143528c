package io.chasqui.smpp.wire;

import java.util.concurrent.atomic.AtomicInteger;

/** Our sequence numbers on one session: 1 to 0x7FFFFFFF, then 1 again (SMPP 3.4, 5.1.4). */
final class SequenceNumbers {
  private final AtomicInteger next;

  SequenceNumbers() {
    this(1);
  }

  SequenceNumbers(int first) {
    next = new AtomicInteger(first);
  }

  int next() {
    return next.getAndUpdate(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
  }
}
