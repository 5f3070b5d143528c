package io.chasqui.modem.device;

/** What became of one segment at one modem. */
public sealed interface SendResult {

  /**
   * The network took it.
   *
   * @param reference names it in its receipt, within its connector and together with its recipient,
   *     for days; 1-64 characters
   */
  record Sent(String reference) implements SendResult {}

  /**
   * It was certainly not sent.
   *
   * @param code of the wire (CMS ERROR of 3GPP TS 27.005, 3.2.5, or HiLink's); 0 when there is none
   * @param reason in the operator's words, without the message's text
   */
  record NotSent(SendFault fault, int code, String reason) implements SendResult {}

  /** It was given to the modem, and no answer came: it may have been sent. */
  record InDoubt(String reason) implements SendResult {}
}
