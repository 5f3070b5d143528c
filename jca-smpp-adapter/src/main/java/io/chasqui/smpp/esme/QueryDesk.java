package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.smpp.threads.BoundedExecutor;
import io.chasqui.smpp.wire.CommandStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** What ESMEs ask about their messages, some at once and a bounded number waiting. */
final class QueryDesk {
  private static final Logger LOG = System.getLogger(QueryDesk.class.getName());
  private static final int AT_ONCE = 4;
  private static final int WAITING = 2000;

  private final EsmeSurroundings around;
  private final Executor works;
  private final Semaphore places = new Semaphore(WAITING);

  QueryDesk(EsmeSurroundings around) {
    this.around = around;
    this.works = new BoundedExecutor(around.works(), AT_ONCE);
  }

  /** Never waits; false when there is no room. */
  boolean offer(EsmeQuery query, Consumer<EsmeReply> answer) {
    if (!places.tryAcquire()) {
      return false;
    }
    try {
      works.execute(() -> ask(query, answer));
      return true;
    } catch (RejectedExecutionException e) {
      places.release();
      return false;
    }
  }

  private void ask(EsmeQuery query, Consumer<EsmeReply> answer) {
    try {
      answer.accept(reply(query));
    } finally {
      places.release();
    }
  }

  private EsmeReply reply(EsmeQuery query) {
    try {
      return around.listener().onQuery(query);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, query.account() + ": a query failed, the ESME is told 0x08", e);
      return new EsmeReply.Refused(CommandStatus.SYSTEM_ERROR, "the query failed");
    }
  }
}
