package io.chasqui.app.accounts;

import java.time.Duration;

/** What an attempt to sign in came to. */
public sealed interface SignIn {
  /** The password is right. */
  record Granted(String username) implements SignIn {}

  /** User or password is wrong; which of them is not told. */
  record Refused() implements SignIn {}

  /** Too many attempts: this one was not even looked at. */
  record TooMany(Duration retryAfter) implements SignIn {}
}
