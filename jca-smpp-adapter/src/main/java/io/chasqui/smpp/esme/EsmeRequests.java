package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.smpp.mapping.Answers;
import io.chasqui.smpp.mapping.BadRequestException;
import io.chasqui.smpp.mapping.QueryRequests;
import io.chasqui.smpp.mapping.SubmitRequests;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.util.List;

/**
 * What a bound ESME asks: read, counted against its window and its account's rate, and passed on.
 * What goes beyond is refused at once, so that it holds up nothing.
 */
final class EsmeRequests {
  private final BoundEsme esme;
  private final HostServices host;
  private final AccountSessions account;
  private final SubmitRequests submits;
  private final QueryRequests queries;

  EsmeRequests(BoundEsme esme, HostServices host, AccountSessions account) {
    this.esme = esme;
    this.host = host;
    this.account = account;
    this.submits = new SubmitRequests(esme.account(), host.around().clock());
    this.queries = new QueryRequests(esme.account(), host.around().clock());
  }

  void onRequest(CommandId command, Pdu pdu) {
    if (!isForEsmes(command)) {
      esme.refuse(Pdu.of(CommandId.GENERIC_NACK, CommandStatus.INVALID_COMMAND, pdu.sequence()));
    } else if (!esme.canSubmit()) {
      refuse(command, CommandStatus.INVALID_BIND_STATUS, pdu);
    } else if (!esme.takesRequests() || !host.door().isOpen()) {
      refuse(command, CommandStatus.SYSTEM_ERROR, pdu);
    } else if (!esme.hasRoom()) {
      throttle(command, pdu.sequence());
    } else {
      read(command, pdu);
    }
  }

  /** The rest are an SMSC's to ask (SMPP 3.4, table 2-1). */
  private static boolean isForEsmes(CommandId command) {
    return switch (command) {
      case SUBMIT_SM, DATA_SM, SUBMIT_MULTI, QUERY_SM, CANCEL_SM, REPLACE_SM -> true;
      default -> false;
    };
  }

  private void read(CommandId command, Pdu pdu) {
    int sequence = pdu.sequence();
    try {
      switch (command) {
        case SUBMIT_SM -> submit(Submission.single(esme, command, sequence, submits.submitSm(pdu)));
        case DATA_SM -> submit(Submission.single(esme, command, sequence, submits.dataSm(pdu)));
        case SUBMIT_MULTI -> submit(Submission.multi(esme, sequence, submits.submitMulti(pdu)));
        case QUERY_SM -> ask(command, sequence, queries.querySm(pdu));
        case CANCEL_SM -> ask(command, sequence, queries.cancelSm(pdu));
        default -> ask(command, sequence, queries.replaceSm(pdu));
      }
    } catch (BadRequestException e) {
      refuse(command, e.status(), pdu);
    }
  }

  private void submit(Submission submission) {
    esme.asked();
    if (submission.submits().isEmpty()) {
      esme.answer(List.of(submission.answer(List.of())));
    } else if (account.takeSubmits(submission.messages()) && host.submits().offer(submission)) {
      esme.figures().add(Figures.Kind.SUBMITTED, submission.messages());
    } else {
      esme.noise();
      esme.figures().count(Figures.Kind.THROTTLED);
      esme.answer(List.of(submission.failure(CommandStatus.THROTTLED)));
    }
  }

  private void ask(CommandId command, int sequence, EsmeQuery query) {
    esme.asked();
    boolean taken =
        host.queries()
            .offer(query, reply -> esme.answer(List.of(answer(command, sequence, query, reply))));
    if (!taken) {
      esme.noise();
      esme.answer(List.of(Pdu.of(command.response(), CommandStatus.THROTTLED, sequence)));
    }
  }

  private static Pdu answer(CommandId command, int sequence, EsmeQuery query, EsmeReply reply) {
    if (query instanceof EsmeQuery.State asked && reply instanceof EsmeReply.State found) {
      return Answers.queried(sequence, asked.messageId(), found.state());
    }
    boolean done = !(query instanceof EsmeQuery.State) && reply instanceof EsmeReply.Done;
    int failure =
        reply instanceof EsmeReply.Refused refused
            ? refused.commandStatus()
            : CommandStatus.SYSTEM_ERROR;
    return Pdu.of(command.response(), done ? CommandStatus.OK : failure, sequence);
  }

  private void throttle(CommandId command, int sequence) {
    esme.figures().count(Figures.Kind.THROTTLED);
    esme.refuse(Pdu.of(command.response(), CommandStatus.THROTTLED, sequence));
  }

  private void refuse(CommandId command, int status, Pdu pdu) {
    esme.refuse(Pdu.of(command.response(), status, pdu.sequence()));
  }
}
