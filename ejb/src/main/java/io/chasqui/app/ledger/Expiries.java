package io.chasqui.app.ledger;

import io.chasqui.domain.esme.SystemId;
import java.util.Set;

/**
 * What follows from messages that have expired.
 *
 * @param messages how many there were
 * @param hasPushes whether there is something to push
 * @param esmes whose outbox has got something
 */
public record Expiries(int messages, boolean hasPushes, Set<SystemId> esmes) {}
