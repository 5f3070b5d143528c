package io.chasqui.app.operations;

import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.SystemId;

/**
 * An SMPP account as the directory shows it.
 *
 * @param active whether it and its client are switched on
 */
public record SmppAccountView(
    SystemId systemId, String clientId, String passwordHash, AccountTerms terms, boolean active) {

  /** What the SMPP server must know of it. */
  public EsmeAccount limits() {
    return new EsmeAccount(
        systemId, terms.maxBinds(), terms.window(), terms.submitsPerSecond(), terms.receiptPdu());
  }

  @Override
  public String toString() {
    return "%s of client %s".formatted(systemId, clientId);
  }
}
