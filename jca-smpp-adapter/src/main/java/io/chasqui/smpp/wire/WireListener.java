package io.chasqui.smpp.wire;

import org.jsmpp.bean.DeliverSm;

/** Hears what happens on a session; called on its reading thread, so it returns at once. */
public interface WireListener {

  /** Answers come in the order they were read; those for nobody's submit come too. */
  void onAnswer(SubmitAnswer answer);

  /** To be acknowledged with {@link WireSession#acknowledge}, sooner or later. */
  void onDeliver(DeliverSm deliverSm);

  /**
   * The session is over; once, and after every answer that was still read.
   *
   * @param reason in the operator's words
   */
  void onClosed(String reason);
}
