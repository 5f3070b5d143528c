package io.chasqui.app.intake;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.domain.message.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages accepted in this run that the ledger has not written down. They lie on the broker's
 * disk: when the ledger is slower than the clients, or its database is away, there must be an end
 * to it.
 */
@ApplicationScoped
public class Backlog {
  private final AtomicLong messages = new AtomicLong();
  private final int most;
  private final Instant since;

  /** For the container's proxy. */
  Backlog() {
    this(Integer.MAX_VALUE, Instant.MIN);
  }

  @Inject
  Backlog(GatewaySettings settings, Clock clock) {
    this(settings.intakeBacklog(), clock.instant());
  }

  /**
   * @param since messages from before were not counted
   */
  Backlog(int most, Instant since) {
    this.most = most;
    this.since = since;
  }

  /** Whether no more may be accepted until the ledger has come further. */
  public boolean isFull() {
    return messages.get() >= most;
  }

  void accepted(int count) {
    messages.addAndGet(count);
  }

  /** They were not accepted after all. */
  void refused(int count) {
    messages.updateAndGet(now -> Math.max(0, now - count));
  }

  /** The ledger has them. A batch may be told twice, which makes this a little too small. */
  public void recorded(Collection<MessageId> ids) {
    long counted = ids.stream().filter(id -> !id.time().isBefore(since)).count();
    messages.updateAndGet(now -> Math.max(0, now - counted));
  }

  /** Nothing waits for the ledger: what is still counted was put aside on its way. */
  public void caughtUp() {
    messages.set(0);
  }
}
