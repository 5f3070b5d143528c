/**
 * The SMSC's role towards clients' ESMEs: letting them in, taking what they submit in batches,
 * delivering to them within their windows, and what a peer that misbehaves may cost: its own
 * session and nothing else.
 *
 * <p>{@link io.chasqui.smpp.esme.EsmeHost} is all of it. An {@code EsmePeer} is one connection,
 * from its accept on; a {@code BoundEsme} what it becomes by its bind. What may block (binds,
 * submits, queries) runs on threads given; event loops only read, refuse and write.
 */
package io.chasqui.smpp.esme;
