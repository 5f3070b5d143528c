package io.chasqui.smpp.esme;

/** A session's life from its seat to its end. */
enum SessionPhase {
  /** Has its seat; its bind is being answered, and nothing may be delivered before that answer. */
  ADMITTED,
  BOUND,
  /** One side has asked to unbind: answers still leave, requests are refused. */
  LEAVING,
  ENDED;

  /** Whether requests are taken: the ESME may know that it is bound before we have noted it. */
  boolean takesRequests() {
    return this == ADMITTED || this == BOUND;
  }
}
