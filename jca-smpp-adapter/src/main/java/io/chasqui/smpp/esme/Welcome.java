package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.smpp.mapping.BindRequest;
import java.time.Instant;

/**
 * A bind that was granted.
 *
 * @param session unique while the gateway runs
 */
record Welcome(long session, BindRequest bind, EsmeAccount account, Instant at) {}
