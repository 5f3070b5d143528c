package io.chasqui.app.esme;

import io.chasqui.app.ledger.EsmeMessages;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.message.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What ESMEs ask of messages they have submitted. */
@ApplicationScoped
public class EsmeQueries {
  @Inject EsmeMessages messages;

  public EsmeReply answer(EsmeQuery query) {
    if (query instanceof EsmeQuery.State state) {
      return state(state);
    }
    // A message is on its way to its connector as soon as it is accepted: nobody can say for sure
    // that it has not left.
    return query instanceof EsmeQuery.Cancel
        ? new EsmeReply.Refused(CommandStatus.CANCEL_FAILED, "messages cannot be withdrawn")
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

  private static Optional<MessageId> id(String text) {
    try {
      return Optional.of(MessageId.of(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
