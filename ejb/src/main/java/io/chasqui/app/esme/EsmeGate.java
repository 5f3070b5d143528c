package io.chasqui.app.esme;

import io.chasqui.app.accounts.GuessGuard;
import io.chasqui.app.accounts.PasswordCheck;
import io.chasqui.app.accounts.VerifiedCredentials;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.SystemId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets ESMEs in, or not. Guessing is slowed down for each system_id and address, and, far later,
 * for the address as a whole: behind one address many ESMEs may sit, one of them with an old
 * password.
 */
@ApplicationScoped
public class EsmeGate {
  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");
  private static final int HASHES_AT_ONCE = 2;

  /** Long enough for dozens of ESMEs that come back at once; the others try again. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int FREE_FAILURES_OF_AN_ADDRESS = 50;
  private static final String ANYBODY = "";

  private final PasswordCheck check = new PasswordCheck(HASHES_AT_ONCE, PATIENCE);

  @Inject Directory directory;
  @Inject Clock clock;

  private VerifiedCredentials verified;
  private GuessGuard accounts;
  private GuessGuard addresses;

  @PostConstruct
  void prepare() {
    verified = new VerifiedCredentials(clock);
    accounts = new GuessGuard(clock, GuessGuard.FREE_FAILURES);
    addresses = new GuessGuard(clock, FREE_FAILURES_OF_AN_ADDRESS);
  }

  /** The answer to a bind, but for the account's count of binds. */
  public BindVerdict admit(EsmeBind bind) {
    BindVerdict verdict = verdict(bind);
    if (verdict instanceof BindVerdict.Refused refused) {
      LOG.log(
          Level.WARNING,
          "esme {0}: bind from {1} refused: {2}",
          printable(bind.systemId()),
          address(bind),
          refused.reason());
    }
    return verdict;
  }

  private BindVerdict verdict(EsmeBind bind) {
    Optional<SmppAccountView> account = account(bind.systemId());
    if (account.isPresent() && isVerified(account.get(), bind)) {
      return onTerms(account.get(), bind);
    }
    Duration wait = delay(bind);
    if (!wait.isZero()) {
      return new BindVerdict.Refused(
          CommandStatus.BIND_FAILED,
          "too many wrong passwords; the next one is looked at in %d s"
              .formatted(wait.toSeconds() + 1));
    }
    return account.map(each -> verify(each, bind)).orElseGet(() -> unknown(bind));
  }

  /** The password last: where nobody may bind from, nobody learns whether a password is right. */
  private BindVerdict verify(SmppAccountView account, EsmeBind bind) {
    BindVerdict onTerms = onTerms(account, bind);
    return onTerms instanceof BindVerdict.Granted ? checkPassword(account, bind) : onTerms;
  }

  private BindVerdict checkPassword(SmppAccountView account, EsmeBind bind) {
    Optional<Boolean> right = check.matches(bind.password(), account.passwordHash());
    if (right.isEmpty()) {
      return new BindVerdict.Refused(
          CommandStatus.BIND_FAILED, "too many binds at once; this one may try again");
    }
    if (!right.get()) {
      failed(bind);
      return new BindVerdict.Refused(CommandStatus.WRONG_PASSWORD, "wrong password");
    }
    accounts.succeeded(bind.systemId(), address(bind));
    verified.remember(account.passwordHash(), bind.password());
    return new BindVerdict.Granted(account.limits());
  }

  private BindVerdict onTerms(SmppAccountView account, EsmeBind bind) {
    if (!account.active()) {
      return new BindVerdict.Refused(
          CommandStatus.BIND_FAILED, "the account or its client is switched off");
    }
    return account.terms().admits(bind.peer())
        ? new BindVerdict.Granted(account.limits())
        : new BindVerdict.Refused(CommandStatus.BIND_FAILED, "the address is none of allowed_ips");
  }

  private BindVerdict unknown(EsmeBind bind) {
    addresses.failed(ANYBODY, address(bind));
    return new BindVerdict.Refused(CommandStatus.UNKNOWN_SYSTEM_ID, "there is no such account");
  }

  /** By the hash, so that a changed password is forgotten by itself. */
  private boolean isVerified(SmppAccountView account, EsmeBind bind) {
    return verified.knows(account.passwordHash(), bind.password());
  }

  private Duration delay(EsmeBind bind) {
    Duration ofAccount = accounts.delay(bind.systemId(), address(bind));
    Duration ofAddress = addresses.delay(ANYBODY, address(bind));
    return ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress;
  }

  private void failed(EsmeBind bind) {
    accounts.failed(bind.systemId(), address(bind));
    addresses.failed(ANYBODY, address(bind));
  }

  private Optional<SmppAccountView> account(String systemId) {
    try {
      return directory.current().smppAccount(SystemId.of(systemId));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static String address(EsmeBind bind) {
    return bind.peer().getHostAddress();
  }

  /** What a stranger sent must not write lines of its own into the log. */
  private static String printable(String systemId) {
    return systemId.isBlank() ? "(no system_id)" : systemId.replaceAll("[^!-~]", "?");
  }
}
