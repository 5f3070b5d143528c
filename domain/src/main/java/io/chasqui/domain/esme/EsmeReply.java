package io.chasqui.domain.esme;

/** The application's answer to something an ESME asked. */
public sealed interface EsmeReply {

  /** Done, and durable. */
  record Done() implements EsmeReply {}

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
