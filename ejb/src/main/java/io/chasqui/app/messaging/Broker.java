package io.chasqui.app.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sending from where a container's transaction may run: in a local one of the broker's, committed
 * on return whatever becomes of the other. With both resources in one, a kill between two commits
 * would leave messages nobody sees (ADR 7).
 */
@ApplicationScoped
public class Broker {
  @Inject Workers workers;

  /**
   * What is found on the broker; nothing is changed there unless {@code looking} commits it.
   *
   * @throws jakarta.jms.JMSRuntimeException when it does not answer
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public <T> T look(Function<LocalSession, T> looking) {
    try (LocalSession session = workers.session()) {
      return looking.apply(session);
    }
  }

  /**
   * Sends all or none of what {@code sending} sends.
   *
   * @throws jakarta.jms.JMSRuntimeException when it is not certain that all was taken
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public void send(Consumer<LocalSession> sending) {
    try (LocalSession session = workers.session()) {
      sending.accept(session);
      session.commit();
    }
  }
}
