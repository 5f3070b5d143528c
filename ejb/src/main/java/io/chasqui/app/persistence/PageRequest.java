package io.chasqui.app.persistence;

/**
 * Which part of a list.
 *
 * @param after key of the last row seen; empty for the first page
 * @param limit 1-500 rows
 */
public record PageRequest(String after, int limit) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MOST = 500;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1-%d".formatted(MOST));
    }
  }

  public static PageRequest first() {
    return new PageRequest("", DEFAULT_LIMIT);
  }
}
