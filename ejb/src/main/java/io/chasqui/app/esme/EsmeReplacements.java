package io.chasqui.app.esme;

import io.chasqui.app.ledger.EsmeDraft;
import io.chasqui.app.ledger.EsmeMessages;
import io.chasqui.app.ledger.Replacement;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.withdrawal.TakingBack;
import io.chasqui.app.withdrawal.Verdict;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReplacement;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces messages that wait: by replace_sm (SMPP 3.4, 4.10) and by a submit_sm that asks for it
 * (5.2.18).
 */
@ApplicationScoped
public class EsmeReplacements {
  private static final EsmeReply NOT_NOW =
      new EsmeReply.Refused(CommandStatus.SYSTEM_ERROR, "not possible now; nothing is promised");

  @Inject Directory directory;
  @Inject EsmeMessages messages;
  @Inject TakingBack takingBack;
  @Inject Clock clock;

  /** A replacement, or why it is none. */
  private sealed interface Reading {
    record Good(Replacement replacement) implements Reading {}

    record Wrong(EsmeReply.Refused reply) implements Reading {
      static Wrong of(int commandStatus, String reason) {
        return new Wrong(new EsmeReply.Refused(commandStatus, reason));
      }
    }
  }

  /**
   * @param named the messages that were told the id
   */
  EsmeReply replace(EsmeQuery.Replace query, Set<MessageId> named) {
    Optional<SmppAccountView> account =
        directory.current().smppAccount(query.account()).filter(SmppAccountView::active);
    if (account.isEmpty()) {
      return refused("the account is switched off");
    }
    for (MessageId message : named) {
      EsmeReply reply = replace(message, query.replacement(), account.get());
      if (!(reply instanceof EsmeReply.Done)) {
        return reply;
      }
    }
    return new EsmeReply.Done();
  }

  private EsmeReply replace(MessageId message, EsmeReplacement by, SmppAccountView account) {
    Optional<EsmeDraft> draft = messages.draft(message);
    if (draft.isEmpty()) {
      return NOT_NOW;
    }
    Reading reading = read(draft.get(), by, account);
    return reading instanceof Reading.Good good
        ? reply(message, good.replacement(), "replaced by replace_sm of " + account.systemId())
        : ((Reading.Wrong) reading).reply();
  }

  private EsmeReply reply(MessageId message, Replacement by, String cause) {
    return switch (takingBack.replace(List.of(message), by, cause).get(message)) {
      case DONE -> new EsmeReply.Done();
      case TOO_LATE -> refused("it has left, or may have");
      case NOT_NOW -> NOT_NOW;
    };
  }

  private Reading read(EsmeDraft draft, EsmeReplacement by, SmppAccountView account) {
    if (draft.udhi()) {
      return new Reading.Wrong(refused("a part of a long message cannot be replaced"));
    }
    Instant now = clock.instant();
    Instant notBefore = by.notBefore().orElse(draft.notBefore());
    Instant end = by.validUntil().orElse(draft.expiresAt());
    if (notBefore.isAfter(now.plus(Submission.FARTHEST_SCHEDULE))) {
      return Reading.Wrong.of(CommandStatus.SCHEDULE, "scheduled more than 30 days ahead");
    }
    if (!end.isAfter(notBefore) || !end.isAfter(now)) {
      return Reading.Wrong.of(CommandStatus.EXPIRY, "its validity ends before it may leave");
    }
    Instant latest = (notBefore.isAfter(now) ? notBefore : now).plus(Submission.LONGEST_VALIDITY);
    Optional<Content> content =
        SubmittedContent.of(draft.coding(), by.content(), account.terms().gsmCoding());
    return content
        .<Reading>map(
            each ->
                new Reading.Good(
                    new Replacement(
                        each,
                        notBefore,
                        end.isBefore(latest) ? end : latest,
                        by.registeredDelivery(),
                        draft.options())))
        .orElseGet(() -> Reading.Wrong.of(CommandStatus.MESSAGE_LENGTH, "too long for its coding"));
  }

  /**
   * Puts a submit into the place of the youngest waiting message of the same sender, destination
   * and service type.
   *
   * @param message what the submit comes to
   * @return empty when none waits: it is a message of its own
   */
  Optional<EsmeReply> inPlaceOfAnother(EsmeSubmit submit, OutgoingMessage message) {
    SystemId account = submit.account();
    Optional<EsmeDraft> present =
        messages
            .waiting(account, submit.source(), submit.destination(), submit.serviceType())
            .stream()
            .max(MessageId::compareTo)
            .flatMap(messages::draft);
    return present.flatMap(draft -> inPlaceOf(draft, message, account));
  }

  private Optional<EsmeReply> inPlaceOf(EsmeDraft draft, OutgoingMessage by, SystemId account) {
    EsmeOrigin origin = by.origin().orElseThrow();
    Replacement replacement =
        new Replacement(
            by.content(), by.notBefore(), by.expiresAt(), origin.asked(), origin.options());
    String cause = "replaced by submit_sm of " + account;
    Verdict verdict = takingBack.replace(List.of(draft.id()), replacement, cause).get(draft.id());
    return switch (verdict) {
      case DONE -> Optional.of(new EsmeReply.Replaced(draft.toldAs()));
      case TOO_LATE -> Optional.empty();
      case NOT_NOW -> Optional.of(NOT_NOW);
    };
  }

  private static EsmeReply.Refused refused(String reason) {
    return new EsmeReply.Refused(CommandStatus.REPLACE_FAILED, reason);
  }
}
