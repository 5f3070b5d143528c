package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.smpp.threads.BoundedExecutor;
import io.chasqui.smpp.wire.CommandStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Where the application decides on binds, some at once: proving a password takes its time. */
final class BindDesk {
  private static final Logger LOG = System.getLogger(BindDesk.class.getName());
  private static final int AT_ONCE = 4;

  private final EsmeSurroundings around;
  private final Executor works;
  private final Tarpit tarpit;
  private final AtomicLong sessions = new AtomicLong();

  BindDesk(EsmeSurroundings around) {
    this.around = around;
    this.works = new BoundedExecutor(around.works(), AT_ONCE);
    this.tarpit = new Tarpit(around.nanos());
  }

  void offer(EsmePeer peer, BindAttempt attempt) {
    try {
      works.execute(() -> decide(peer, attempt));
    } catch (RejectedExecutionException e) {
      peer.refuse(attempt.refusal(CommandStatus.SYSTEM_ERROR), "the gateway stops", Duration.ZERO);
    }
  }

  /** One whose time ran out while it waited its turn is not looked at any more. */
  private void decide(EsmePeer peer, BindAttempt attempt) {
    if (!peer.isBinding()) {
      return;
    }
    BindVerdict verdict = verdict(attempt.asked());
    if (verdict instanceof BindVerdict.Refused refused) {
      refuse(peer, attempt, refused);
    } else if (verdict instanceof BindVerdict.Granted granted) {
      admit(peer, attempt, granted);
    }
  }

  private void refuse(EsmePeer peer, BindAttempt attempt, BindVerdict.Refused refused) {
    int status = refused.commandStatus();
    boolean guess = status != CommandStatus.SYSTEM_ERROR;
    Duration wait = guess ? tarpit.failed(attempt.asked().peer()) : Duration.ZERO;
    peer.refuse(
        attempt.refusal(status), "%s: %s".formatted(attempt.asked(), refused.reason()), wait);
  }

  private void admit(EsmePeer peer, BindAttempt attempt, BindVerdict.Granted granted) {
    BoundEsme esme =
        peer.esme(
            new Welcome(
                sessions.incrementAndGet(),
                attempt.request(),
                granted.account(),
                around.clock().instant()));
    if (esme.takeSeat()) {
      confirm(peer, attempt, esme);
    } else {
      String reason =
          "%s: all of its %d binds are taken"
              .formatted(attempt.asked(), granted.account().maxBinds());
      peer.refuse(attempt.refusal(CommandStatus.BIND_FAILED), reason, Duration.ZERO);
    }
  }

  /**
   * Asks again: a change of the account that came before the seat was taken found no session to
   * end, one that comes now does.
   */
  private void confirm(EsmePeer peer, BindAttempt attempt, BoundEsme esme) {
    BindVerdict verdict = verdict(attempt.asked());
    if (verdict instanceof BindVerdict.Refused refused) {
      esme.onClosed("its account changed while its bind was looked at");
      refuse(peer, attempt, refused);
    } else {
      peer.welcome(attempt, esme);
    }
  }

  private BindVerdict verdict(EsmeBind bind) {
    try {
      return around.listener().onBind(bind);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "{0}: nobody could decide on the bind: {1}", bind, e);
      return new BindVerdict.Refused(CommandStatus.SYSTEM_ERROR, "nobody could decide");
    }
  }
}
