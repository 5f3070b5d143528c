package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.SystemId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts that were asked for or have bound. Their count is the application's to bound. */
final class AccountBook {
  private final EsmeSurroundings around;
  private final Map<SystemId, AccountSessions> accounts = new ConcurrentHashMap<>();

  AccountBook(EsmeSurroundings around) {
    this.around = around;
  }

  AccountSessions of(SystemId account) {
    return accounts.computeIfAbsent(account, id -> new AccountSessions(id, around));
  }
}
