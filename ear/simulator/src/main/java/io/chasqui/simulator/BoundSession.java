package io.chasqui.simulator;

/**
 * A bind that is up.
 *
 * @param mode {@code tx}, {@code rx} or {@code trx}
 * @param peer the ESME's address and port
 */
public record BoundSession(String systemId, String mode, String peer) {}
