package io.chasqui.domain.esme;

import java.util.Objects;

/**
 * What an account may do, as the adapter needs it while its sessions last.
 *
 * @param maxBinds sessions at once, 1 or more
 * @param window requests without an answer on one session, in each direction, 1 or more
 * @param submitsPerSecond submits a second over all sessions of the account; 0 = no limit
 * @param receipts the PDU its receipts come in
 */
public record EsmeAccount(
    SystemId systemId, int maxBinds, int window, int submitsPerSecond, ReceiptPdu receipts) {

  /** Both are allowed (SMPP 3.4, 4.6 and 4.7); most ESMEs understand the first only. */
  public enum ReceiptPdu {
    DELIVER_SM,
    DATA_SM
  }

  public EsmeAccount {
    Objects.requireNonNull(systemId);
    Objects.requireNonNull(receipts);
    if (maxBinds < 1 || window < 1 || submitsPerSecond < 0) {
      throw new IllegalArgumentException(
          systemId + ": max_binds and window start at 1, submits_per_second at 0");
    }
  }
}
