package io.chasqui.app.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was used longest ago once it is full. Not safe for threads by itself. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private final int capacity;

  BoundedMap(int capacity) {
    super(16, 0.75f, true);
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }
}
