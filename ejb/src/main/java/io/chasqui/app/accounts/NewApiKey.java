package io.chasqui.app.accounts;

import io.chasqui.domain.account.Scope;
import java.util.Set;

/**
 * A key as an administrator wants it.
 *
 * @param messagesPerHour 0 = no limit
 */
public record NewApiKey(String name, Set<Scope> scopes, int messagesPerHour) {}
