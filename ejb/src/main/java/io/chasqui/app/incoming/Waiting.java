package io.chasqui.app.incoming;

import io.chasqui.domain.esme.SystemId;
import java.util.Set;

/**
 * What a batch has left to be carried out by others.
 *
 * @param pushes whether there is something for webhooks
 * @param esmes whose outbox has got something
 */
public record Waiting(boolean pushes, Set<SystemId> esmes) {}
