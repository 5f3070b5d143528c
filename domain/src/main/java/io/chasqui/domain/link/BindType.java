package io.chasqui.domain.link;

import java.util.List;

/** SMPP 3.4, section 2.3: what an ESME may do on a session. */
public enum BindType {
  TRANSMITTER,
  RECEIVER,
  TRANSCEIVER,
  /** A transmitter and a receiver that belong together, for SMSCs without transceivers. */
  PAIR;

  public boolean canSubmit() {
    return this != RECEIVER;
  }

  /** What is bound, session by session. */
  public List<BindType> sessions() {
    return this == PAIR ? List.of(TRANSMITTER, RECEIVER) : List.of(this);
  }
}
