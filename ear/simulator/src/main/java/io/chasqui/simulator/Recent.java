package io.chasqui.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest entries, oldest first. Not thread-safe. */
final class Recent<T> {

  private final Deque<T> entries = new ArrayDeque<>();
  private final int limit;

  Recent(int limit) {
    this.limit = limit;
  }

  void add(T entry) {
    entries.addLast(entry);
    if (entries.size() > limit) {
      entries.removeFirst();
    }
  }

  List<T> list() {
    return List.copyOf(entries);
  }
}
