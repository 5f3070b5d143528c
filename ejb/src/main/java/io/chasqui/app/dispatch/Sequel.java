package io.chasqui.app.dispatch;

import java.time.Duration;

/** How a segment goes on that its link did not take. */
sealed interface Sequel {
  /**
   * Before all that is younger, in the order it had.
   *
   * @param hold for which nothing goes; zero when the link says itself when it is ready
   */
  record AtHead(Duration hold) implements Sequel {}

  /** After a delay; others go on. */
  record Later(Duration delay) implements Sequel {}

  /** It has been tried often enough. */
  record GivenUp() implements Sequel {}
}
