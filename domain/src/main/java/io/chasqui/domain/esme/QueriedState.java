package io.chasqui.domain.esme;

import io.chasqui.domain.receipt.ReceiptState;
import java.time.Instant;
import java.util.Optional;

/**
 * query_sm_resp's content (SMPP 3.4, 4.8.2).
 *
 * @param finalAt when it became final; empty while it has not
 * @param error the network's error code, 0-255; 0 = none
 */
public record QueriedState(ReceiptState state, Optional<Instant> finalAt, int error) {}
