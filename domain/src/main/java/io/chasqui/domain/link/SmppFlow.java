package io.chasqui.domain.link;

/**
 * How much may go.
 *
 * @param window submits without an answer allowed on one session, 1 or more
 * @param submitsPerSecond segments a second over all sessions; 0 = no limit
 */
public record SmppFlow(int window, int submitsPerSecond) {
  public SmppFlow {
    if (window < 1 || submitsPerSecond < 0) {
      throw new IllegalArgumentException(
          "window starts at 1, submits_per_second at 0, not %d and %d"
              .formatted(window, submitsPerSecond));
    }
  }
}
