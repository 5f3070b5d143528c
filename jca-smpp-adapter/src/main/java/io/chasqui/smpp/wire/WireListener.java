package io.chasqui.smpp.wire;

/**
 * Hears what happens on a session. Called on its event loop, which serves other sessions too: it
 * returns at once and never waits, for a lock held during I/O least of all. What it throws costs
 * the peer its session.
 */
public interface WireListener {

  /**
   * Every PDU in its order, but enquire_link and its response, unbind and its response, and
   * commands SMPP does not know, all of which the wire deals with itself.
   */
  void onPdu(WireSession session, Pdu pdu);

  /**
   * The peer unbinds. Answers still owed may be written first; then {@link WireSession#endUnbound}.
   */
  default void onUnbind(WireSession session, Pdu unbind) {
    session.endUnbound(unbind);
  }

  /**
   * The session is over; called once, after every PDU that was still read.
   *
   * @param reason in the operator's words
   */
  void onClosed(WireSession session, String reason);
}
