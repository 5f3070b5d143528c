package io.chasqui.app.esme;

import io.chasqui.app.ledger.EsmeMessages;
import io.chasqui.app.withdrawal.TakingBack;
import io.chasqui.app.withdrawal.Verdict;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.message.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What ESMEs ask of messages they have submitted, and want done to those that wait. */
@ApplicationScoped
public class EsmeQueries {
  private static final EsmeReply NO_SUCH_MESSAGE =
      new EsmeReply.Refused(
          CommandStatus.MESSAGE_ID, "no message of the account's and that sender's");
  private static final EsmeReply NOT_NOW =
      new EsmeReply.Refused(CommandStatus.SYSTEM_ERROR, "not possible now; nothing is promised");

  @Inject EsmeMessages messages;
  @Inject TakingBack takingBack;

  public EsmeReply answer(EsmeQuery query) {
    if (query instanceof EsmeQuery.State state) {
      return state(state);
    }
    return query instanceof EsmeQuery.Cancel cancel
        ? cancel(cancel)
        : new EsmeReply.Refused(CommandStatus.REPLACE_FAILED, "messages cannot be replaced");
  }

  private EsmeReply state(EsmeQuery.State query) {
    return id(query.messageId())
        .flatMap(id -> messages.state(query.account(), id, query.source()))
        .<EsmeReply>map(EsmeReply.State::new)
        .orElseGet(
            () ->
                new EsmeReply.Refused(
                    CommandStatus.QUERY_FAILED, "no message of the account's and that sender's"));
  }

  /** Done when it is certain of every message that was meant. */
  private EsmeReply cancel(EsmeQuery.Cancel query) {
    Set<MessageId> meant =
        query.messageId().isPresent() ? named(query, query.messageId().get()) : selected(query);
    if (meant.isEmpty()) {
      return query.messageId().isPresent()
          ? NO_SUCH_MESSAGE
          : new EsmeReply.Refused(CommandStatus.CANCEL_FAILED, "no such message waits");
    }
    String cause = "taken back by cancel_sm of " + query.account();
    return reply(
        takingBack.cancel(meant, cause).values(),
        new EsmeReply.Refused(CommandStatus.CANCEL_FAILED, "it has left, or may have"));
  }

  private Set<MessageId> named(EsmeQuery.Cancel query, String messageId) {
    return id(messageId)
        .map(id -> messages.toldAs(query.account(), id, query.source()))
        .orElse(Set.of());
  }

  private Set<MessageId> selected(EsmeQuery.Cancel query) {
    return messages.waiting(
        query.account(), query.source(), query.destination(), query.serviceType());
  }

  private static EsmeReply reply(Collection<Verdict> verdicts, EsmeReply tooLate) {
    if (verdicts.contains(Verdict.NOT_NOW)) {
      return NOT_NOW;
    }
    return verdicts.contains(Verdict.TOO_LATE) ? tooLate : new EsmeReply.Done();
  }

  private static Optional<MessageId> id(String text) {
    try {
      return Optional.of(MessageId.of(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
