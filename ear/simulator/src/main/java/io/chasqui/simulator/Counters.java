package io.chasqui.simulator;

/**
 * What happened so far.
 *
 * @param submits submit_sm received
 * @param answered submit_sm_resp with status 0 written
 * @param refused submit_sm_resp with an error written
 * @param unanswered submits that never get an answer: by decision, or because the link was gone
 * @param inFlight submits whose answer is still due
 * @param peakInFlight the most there ever were
 * @param receipts receipts answered with 0
 * @param receiptsWaiting due and not yet answered with 0
 * @param receiptFailures attempts answered with an error or not at all
 * @param receiptsGivenUp receipts whose last attempt failed
 * @param messagesOriginated injected messages answered with 0, long ones counted once
 */
public record Counters(
    long submits,
    long answered,
    long refused,
    long unanswered,
    long inFlight,
    long peakInFlight,
    long receipts,
    long receiptsWaiting,
    long receiptFailures,
    long receiptsGivenUp,
    long messagesOriginated) {}
