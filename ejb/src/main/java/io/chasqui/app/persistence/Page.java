package io.chasqui.app.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the last key of this page, when more follow it
 */
public record Page<T>(List<T> data, Optional<String> next) {
  /**
   * @param rows up to one more than {@code limit}, which tells that more follow
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), Optional.empty());
    }
    List<T> data = List.copyOf(rows.subList(0, limit));
    return new Page<>(data, Optional.of(key.apply(data.get(limit - 1))));
  }
}
