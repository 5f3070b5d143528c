package io.chasqui.app.operations;

import io.chasqui.domain.account.Scope;
import java.util.Set;

/**
 * A client, known by one of its keys.
 *
 * @param messagesPerHour 0 = no limit
 */
public record AuthenticatedKey(
    String clientId, String keyId, Set<Scope> scopes, int messagesPerHour) {}
