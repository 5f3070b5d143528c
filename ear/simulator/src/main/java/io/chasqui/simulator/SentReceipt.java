package io.chasqui.simulator;

import java.time.Instant;

/**
 * A receipt that was sent, and its answer.
 *
 * @param at when the answer came, or was given up
 * @param messageId as the receipt wrote it
 * @param attempt from 1
 * @param answer the command_status of deliver_sm_resp, or {@link CommandStatus#NONE}
 */
public record SentReceipt(
    Instant at, String systemId, String messageId, ReceiptState state, int attempt, int answer) {}
