package io.chasqui.domain.link;

/** The adapter is not running, or the handle was given back. */
public class LinkUnavailableException extends RuntimeException {
  public LinkUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
