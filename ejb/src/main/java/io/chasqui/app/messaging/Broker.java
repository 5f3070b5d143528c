package io.chasqui.app.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sending in a local transaction of the broker's, committed on return whatever becomes of the
 * caller's: were it a second resource in that one, a kill between two commits would leave messages
 * nobody sees (ADR 7). What a consumer sends it may send twice.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Broker {
  private static final System.Logger LOG = System.getLogger("io.chasqui.broker");

  @Resource(lookup = "java:app/jms/dispatch")
  ConnectionFactory factory;

  /**
   * Sends all or none; empty batches are left out.
   *
   * @throws jakarta.jms.JMSRuntimeException when it is not certain that all were taken
   */
  public void send(List<? extends Parcel<?>> parcels) {
    List<? extends Parcel<?>> full = parcels.stream().filter(each -> !each.isEmpty()).toList();
    if (full.isEmpty()) {
      return;
    }
    try (LocalSession session = new LocalSession(factory)) {
      full.forEach(each -> session.send(each.queue(), each.octets(), each.delay(), Map.of()));
      session.commit();
    }
  }

  /**
   * The batch in a message; empty when nobody can read it: it is put aside, whole, instead of
   * coming back for ever.
   */
  public <T> Optional<List<T>> read(Message message, BatchCodec<T> codec) {
    byte[] octets = Envelopes.octets(message);
    try {
      return Optional.of(codec.decode(octets));
    } catch (UnreadableEnvelopeException e) {
      LOG.log(Level.ERROR, "broker: an envelope goes to " + Queues.DEAD, e);
      putAside(octets);
      return Optional.empty();
    }
  }

  private void putAside(byte[] octets) {
    try (LocalSession session = new LocalSession(factory)) {
      session.send(Queues.DEAD, octets);
      session.commit();
    }
  }
}
