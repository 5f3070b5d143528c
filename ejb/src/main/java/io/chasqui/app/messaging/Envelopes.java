package io.chasqui.app.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TransactionRolledBackException;
import jakarta.jms.TransactionRolledBackRuntimeException;
import java.time.Duration;

/** Octets into JMS messages and out of them. */
final class Envelopes {
  private Envelopes() {}

  /**
   * Sends octets, persistent, to be seen by its consumer no earlier than {@code delay} from now.
   */
  static void send(JMSContext context, String queue, byte[] octets, Duration delay) {
    context
        .createProducer()
        .setDeliveryDelay(delay.toMillis())
        .send(context.createQueue(queue), message(context, octets));
  }

  private static BytesMessage message(JMSContext context, byte[] octets) {
    try {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(octets);
      return message;
    } catch (JMSException e) {
      throw unchecked(e);
    }
  }

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
