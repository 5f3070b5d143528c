package io.chasqui.modem.at;

/** What a modem's actor finds in its mailbox. */
sealed interface Mail {

  /**
   * @param channel the one it was heard on; an earlier one's counts no more
   */
  record Heard(AtChannel channel, AtToken token) implements Mail {}

  record Lost(AtChannel channel, String reason) implements Mail {}

  record Asked(Request<?> request) implements Mail {}

  /** The actor is to end. */
  record Closing() implements Mail {}
}
