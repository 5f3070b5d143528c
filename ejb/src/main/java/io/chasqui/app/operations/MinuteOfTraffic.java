package io.chasqui.app.operations;

import java.time.Instant;

/**
 * The messages of one minute.
 *
 * @param start the minute's first millisecond, UTC
 * @param outgoing messages accepted for a phone
 * @param incoming messages received from one
 */
public record MinuteOfTraffic(Instant start, long outgoing, long incoming) {}
