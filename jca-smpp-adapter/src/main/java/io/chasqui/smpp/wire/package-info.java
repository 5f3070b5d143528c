/**
 * SMPP on the wire, for both roles: connections, TLS, frames, sequence numbers, and how little a
 * hostile peer may cost. What is said on a session is the business of {@code link} (we are the
 * ESME) and of {@code esme} (we are the SMSC).
 *
 * <p>A {@link io.chasqui.smpp.wire.Wire} has a few event loops that all sessions share. From it one
 * {@linkplain io.chasqui.smpp.wire.Wire#connect connects} or {@linkplain
 * io.chasqui.smpp.wire.Wire#listen listens}:
 *
 * <pre>{@code
 * WireServer server =
 *     wire.listen(
 *         ServerSettings.at(new InetSocketAddress("127.0.0.1", 2775)),
 *         session -> new Protocol(...));   // one WireListener for each connection
 *
 * public void onPdu(WireSession session, Pdu pdu) {   // in order, on the event loop
 *   switch (pdu.command().orElseThrow()) {
 *     case BIND_TRANSCEIVER -> {
 *       Bind bind = Bodies.bind(pdu);                 // or UnreadablePduException with a status
 *       session.bound();                              // from here on long PDUs are taken
 *       session.write(new Pdu(COMPOSER.bindResp(...)));
 *     }
 *     case SUBMIT_SM -> batch.add(session, pdu);      // answered from any thread, when it is safe
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Callbacks return at once; answers may be written later, from any thread, by {@link
 * io.chasqui.smpp.wire.WireSession#write(Pdu)}: what is written in one turn of a loop leaves in one
 * system call. The wire itself answers enquire_link and unbind, and refuses unknown commands (0x03)
 * and impossible lengths (0x02, then it closes). A session that is not {@linkplain
 * io.chasqui.smpp.wire.WireSession#bound bound} in time is closed; a peer that does not read is
 * read no further, and cut off in the end. When a session ends, for whatever reason, its listener
 * hears so exactly once.
 *
 * <p>PDUs are composed with jSMPP's {@code DefaultComposer} and read by {@link
 * io.chasqui.smpp.wire.Bodies}.
 */
package io.chasqui.smpp.wire;
