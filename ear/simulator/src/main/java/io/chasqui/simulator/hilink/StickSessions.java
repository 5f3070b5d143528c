package io.chasqui.simulator.hilink;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Sessions and tokens, each token good for one POST. Safe for use by several threads. */
final class StickSessions {
  static final int WRONG_TOKEN = 125001;
  static final int WRONG_SESSION = 125002;
  static final int WRONG_SESSION_TOKEN = 125003;

  private final AtomicLong numbers = new AtomicLong();
  private final Set<String> tokens = new HashSet<>();
  private String session = "";
  private boolean loggedIn;

  /** A new session and its first token. */
  synchronized String begin() {
    session = "SessionID=s" + numbers.incrementAndGet();
    tokens.clear();
    loggedIn = false;
    return session;
  }

  synchronized String token() {
    String token = "t" + numbers.incrementAndGet();
    tokens.add(token);
    return token;
  }

  synchronized void drop() {
    session = "";
    tokens.clear();
  }

  synchronized void logIn() {
    loggedIn = true;
  }

  synchronized boolean isLoggedIn() {
    return loggedIn;
  }

  synchronized boolean isKnown(String cookie) {
    return !session.isEmpty() && session.equals(cookie);
  }

  /**
   * @return 0 when the POST may go on
   */
  synchronized int spend(String cookie, String token) {
    if (!isKnown(cookie)) {
      return WRONG_SESSION_TOKEN;
    }
    return tokens.remove(token) ? 0 : WRONG_TOKEN;
  }
}
