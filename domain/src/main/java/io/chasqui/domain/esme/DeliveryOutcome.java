package io.chasqui.domain.esme;

/** What became of one delivery to an ESME; each gets exactly one. */
public sealed interface DeliveryOutcome {
  /** {@link EsmeDelivery#id}. */
  long id();

  /** The ESME answered ESME_ROK: it has it. */
  record Taken(long id) implements DeliveryOutcome {}

  /**
   * The ESME answered otherwise.
   *
   * @param commandStatus SMPP 3.4, 5.1.3
   */
  record Refused(long id, int commandStatus) implements DeliveryOutcome {}

  /** Nothing was written: no receiving session, or no room in its window. */
  record NotSent(long id) implements DeliveryOutcome {}

  /** Written, and no answer came before the time-out or the session's end: to be repeated. */
  record Unanswered(long id) implements DeliveryOutcome {}
}
