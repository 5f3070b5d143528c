package io.chasqui.app.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits for an account.
 *
 * @param waiting deliveries it has not taken yet
 * @param oldest since when the oldest of them waits
 * @param dead deliveries put aside, since it refused them or was not there for too long
 */
public record Backlog(long waiting, Optional<Instant> oldest, long dead) {}
