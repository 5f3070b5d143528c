package io.chasqui.app.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells administrators by their passwords, for the API and the pages alike. */
@ApplicationScoped
public class Administrators {
  private static final System.Logger LOG = System.getLogger("io.chasqui.accounts");

  private static final int HASHES_AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LONGEST_USERNAME = 64;
  private static final int LONGEST_PASSWORD = 1_000;

  /** Compared with for unknown users, so that they take as long as known ones. */
  private static final String NOBODY = PasswordHash.of("nobody");

  private final PasswordCheck check = new PasswordCheck(HASHES_AT_ONCE, PATIENCE);

  @Inject AdminUsers users;
  @Inject Clock clock;

  private VerifiedCredentials verified;
  private GuessGuard guard;

  @PostConstruct
  void prepare() {
    verified = new VerifiedCredentials(clock);
    guard = new GuessGuard(clock, GuessGuard.FREE_FAILURES);
  }

  /**
   * @param address where the attempt comes from; attempts are counted for each user and address
   */
  public SignIn signIn(String username, String password, String address) {
    if (username.length() > LONGEST_USERNAME || password.length() > LONGEST_PASSWORD) {
      return new SignIn.Refused();
    }
    if (verified.knows(username, password)) {
      return new SignIn.Granted(username);
    }
    Duration delay = guard.delay(username, address);
    return delay.isZero() ? verify(username, password, address) : new SignIn.TooMany(delay);
  }

  /** {@link #signIn} for callers that do not tell a refusal from a delay. */
  public Optional<String> authenticate(String username, String password, String address) {
    return signIn(username, password, address) instanceof SignIn.Granted granted
        ? Optional.of(granted.username())
        : Optional.empty();
  }

  public void changePassword(String username, String newPassword) {
    users.setPassword(username, PasswordHash.of(newPassword));
    verified.forgetAll();
    LOG.log(Level.INFO, "administrator {0}: password changed, sessions ended", username);
  }

  private SignIn verify(String username, String password, String address) {
    Optional<String> hash = users.passwordHash(username);
    Optional<Boolean> matches = check.matches(password, hash.orElse(NOBODY));
    if (matches.isEmpty()) {
      return new SignIn.TooMany(PATIENCE);
    }
    if (matches.get() && hash.isPresent()) {
      guard.succeeded(username, address);
      verified.remember(username, password);
      return new SignIn.Granted(username);
    }
    guard.failed(username, address);
    LOG.log(Level.WARNING, "sign-in refused: wrong user or password, from {0}", address);
    return new SignIn.Refused();
  }
}
