package io.chasqui.domain.modem;

/** Where a modem stands. */
public enum ModemState {
  /** Its device is not there; it is looked for. */
  ABSENT,
  /** It is being opened, set up, or is restarting. */
  STARTING,
  /** It works, and the network does not serve it now. */
  UNREGISTERED,
  /** It may send and receive. */
  READY,
  /** It answered nothing or nonsense and is being brought back, ever more thoroughly. */
  RECOVERING,
  /** All attempts to bring it back were in vain; one more is made after long pauses. */
  QUARANTINED,
  /** It needs its operator: wrong PIN or password, no SIM. It is left alone until set anew. */
  REFUSED,
  /** It was closed. */
  CLOSED;

  public boolean maySend() {
    return this == READY;
  }

  /** Whether someone should be told. */
  public boolean needsOperator() {
    return this == QUARANTINED || this == REFUSED;
  }
}
