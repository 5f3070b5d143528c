package io.chasqui.app.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TransactionRolledBackException;
import jakarta.jms.TransactionRolledBackRuntimeException;

/** Octets out of JMS messages. */
final class Envelopes {
  private Envelopes() {}

  /**
   * @throws UnreadableEnvelopeException when it does not carry octets
   */
  static byte[] octets(Message message) {
    if (!(message instanceof BytesMessage bytes)) {
      throw new UnreadableEnvelopeException("a message of type " + message.getClass(), null);
    }
    try {
      byte[] octets = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(octets);
      return octets;
    } catch (JMSException e) {
      throw unchecked(e);
    }
  }

  static JMSRuntimeException unchecked(JMSException e) {
    if (e instanceof TransactionRolledBackException) {
      return new TransactionRolledBackRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
    return new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
  }
}
