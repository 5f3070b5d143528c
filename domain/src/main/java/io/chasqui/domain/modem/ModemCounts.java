package io.chasqui.domain.modem;

/**
 * Segments of one modem.
 *
 * @param today sent since midnight of the pool's zone
 * @param thisMonth sent since the first of the month
 * @param sent since the gateway started; so the next two
 * @param failed not sent, for a reason of the modem or its network
 * @param inDoubt perhaps sent
 */
public record ModemCounts(long today, long thisMonth, long sent, long failed, long inDoubt) {}
