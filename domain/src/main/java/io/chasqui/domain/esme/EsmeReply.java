package io.chasqui.domain.esme;

import io.chasqui.domain.message.MessageId;

/** The application's answer to something an ESME asked. */
public sealed interface EsmeReply {

  /** Done, and durable. */
  record Done() implements EsmeReply {}

  /**
   * Done, and durable, in the place of a message that was waiting (replace_if_present_flag).
   *
   * @param toldAs the id that message had and keeps
   */
  record Replaced(MessageId toldAs) implements EsmeReply {}

  /** Found, to query_sm. */
  record State(QueriedState state) implements EsmeReply {}

  /**
   * Not done, and it will not be.
   *
   * @param commandStatus of the answer (SMPP 3.4, 5.1.3)
   * @param reason for the operator's trace
   */
  record Refused(int commandStatus, String reason) implements EsmeReply {}
}
