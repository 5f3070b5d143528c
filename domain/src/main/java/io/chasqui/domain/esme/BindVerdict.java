package io.chasqui.domain.esme;

/** The application's answer to a bind. */
public sealed interface BindVerdict {

  /** Welcome; the adapter still counts the account's binds. */
  record Granted(EsmeAccount account) implements BindVerdict {}

  /**
   * @param commandStatus of the bind's answer (SMPP 3.4, 5.1.3)
   * @param reason for the operator's log; the ESME sees the status only
   */
  record Refused(int commandStatus, String reason) implements BindVerdict {}
}
