package io.chasqui.app.receipts;

import java.time.Instant;

/**
 * A state as a carrier's receipts describe it.
 *
 * @param error empty for receipts that gave none
 * @param receipts that said so
 */
public record WordCount(String word, String error, long receipts, Instant last) {}
