package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.mapping.Answers;
import io.chasqui.smpp.mapping.MultiSubmit;
import io.chasqui.smpp.mapping.MultiSubmit.Unsuccess;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.util.ArrayList;
import java.util.List;

/**
 * One PDU that submits, and how it is answered.
 *
 * @param submits one, or one for each destination of a submit_multi
 * @param refused destinations that failed already
 */
record Submission(
    BoundEsme esme,
    CommandId command,
    int sequence,
    List<EsmeSubmit> submits,
    List<Unsuccess> refused) {

  static Submission single(BoundEsme esme, CommandId command, int sequence, EsmeSubmit submit) {
    return new Submission(esme, command, sequence, List.of(submit), List.of());
  }

  static Submission multi(BoundEsme esme, int sequence, MultiSubmit multi) {
    return new Submission(esme, CommandId.SUBMIT_MULTI, sequence, multi.submits(), multi.refused());
  }

  /** What it costs to keep until it is taken; content that destinations share counts once. */
  int octets() {
    return submits.isEmpty() ? 0 : submits.get(0).content().octets().length;
  }

  int messages() {
    return submits.size();
  }

  private int destinations() {
    return submits.size() + refused.size();
  }

  /** Nothing was done. */
  Pdu failure(int status) {
    return Pdu.of(command.response(), status, sequence);
  }

  /**
   * @param replies one for each of {@link #submits}
   */
  Pdu answer(List<EsmeReply> replies) {
    List<Unsuccess> failed = new ArrayList<>(refused);
    for (int i = 0; i < replies.size(); i++) {
      int status = status(replies.get(i));
      if (status != CommandStatus.OK) {
        failed.add(new Unsuccess(submits.get(i).destination(), status));
      }
    }
    return failed.size() == destinations()
        ? failure(failed.get(0).status())
        : success(told(replies), failed);
  }

  /** Of a message that was replaced the id it had. */
  private String told(List<EsmeReply> replies) {
    MessageId told =
        replies.get(0) instanceof EsmeReply.Replaced replaced
            ? replaced.toldAs()
            : submits.get(0).toldAs();
    return told.toString();
  }

  private Pdu success(String told, List<Unsuccess> failed) {
    return command == CommandId.SUBMIT_MULTI
        ? Answers.multiSubmitted(sequence, told, failed)
        : Answers.submitted(command, sequence, told);
  }

  private static int status(EsmeReply reply) {
    if (reply instanceof EsmeReply.Refused refused) {
      return refused.commandStatus();
    }
    return reply instanceof EsmeReply.Done || reply instanceof EsmeReply.Replaced
        ? CommandStatus.OK
        : CommandStatus.SYSTEM_ERROR;
  }
}
