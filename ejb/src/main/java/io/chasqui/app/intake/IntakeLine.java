package io.chasqui.app.intake;

import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Worker;
import io.chasqui.app.messaging.Workers;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one way in: messages are made durable here, those of many requests in one transaction. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntakeLine {
  private static final System.Logger LOG = System.getLogger("io.chasqui.intake");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration SOON = Duration.ofSeconds(5);

  @Inject Workers workers;
  @Inject Clock clock;

  private final KeyedAcceptances keyed = new KeyedAcceptances();
  private GroupCommit commits;
  private Worker worker;
  private volatile boolean open;

  @PostConstruct
  void start() {
    commits = new GroupCommit(clock, PATIENCE, keyed);
    worker = workers.start("intake", commits);
    open = true;
  }

  public void onStopping(@Observes @Priority(GatewayStopping.INTAKE) GatewayStopping event) {
    stop();
  }

  /** Takes no more, finishes what was taken. */
  @PreDestroy
  void stop() {
    open = false;
    worker.stop();
    worker.join(PATIENCE);
  }

  /**
   * Returns once the messages are durable, all by one transaction.
   *
   * @param messages one or more
   * @throws IntakeBusyException when none of them is or will be
   * @throws IntakeUnsureException when they may be
   */
  public void put(List<OutgoingMessage> messages) {
    tell(messages, open ? commits.put(messages) : Fate.BUSY);
  }

  /** As above; that they were accepted can be asked for by {@code id} until {@link #answered}. */
  public void putKeyed(MessageId id, List<OutgoingMessage> messages) {
    tell(messages, open ? commits.putKeyed(id, messages) : Fate.BUSY);
  }

  /** Returns once it is known of each message whether it is durable. */
  public Map<MessageId, Fate> putAll(List<OutgoingMessage> messages) {
    return open
        ? commits.putAll(messages)
        : messages.stream().collect(Collectors.toMap(OutgoingMessage::id, each -> Fate.BUSY));
  }

  private void tell(List<OutgoingMessage> messages, Fate fate) {
    if (!open && fate == Fate.BUSY) {
      throw new IntakeBusyException("the gateway is stopping", Duration.ofSeconds(10));
    }
    switch (fate) {
      case DURABLE -> {}
      case BUSY, REFUSED -> throw new IntakeBusyException("the broker cannot take it now", SOON);
      case UNSURE -> throw new IntakeUnsureException(messages.get(0).id());
    }
  }

  /** The answer to a keyed request is stored: nobody will ask {@link #standing} for it. */
  public void answered(MessageId id) {
    keyed.answered(id);
  }

  /** Whether what a keyed request brought was accepted that, in this run or another, died. */
  public Standing standing(MessageId id) {
    if (commits.isUndecided(id)) {
      return Standing.UNDECIDED;
    }
    try (LocalSession session = workers.session()) {
      return KeyedAcceptances.contains(session, id) ? Standing.ACCEPTED : Standing.NOT_ACCEPTED;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "intake: a repeated request waits, since the broker cannot be asked about the first: {0}",
          e.getMessage());
      return Standing.UNDECIDED;
    }
  }

  /** Drops the notes on keyed messages put before. */
  public void forget(Instant before) {
    try (LocalSession session = workers.session()) {
      KeyedAcceptances.forget(session, before);
    }
  }
}
