package io.chasqui.domain.modem;

/** Whether a modem is trusted to send. */
public enum BreakerState {
  /** It is. */
  CLOSED,
  /** It failed too often and is left alone for a while. */
  OPEN,
  /** It has one try: another failure opens it again, a success closes it. */
  HALF_OPEN
}
