/**
 * Clients that come by SMPP: their accounts, their way in, what they submit and ask, and the ports
 * at which they bind. What they are given lies in {@code app.outbox}.
 */
package io.chasqui.app.esme;
