package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.smpp.link.EventDelivery;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Delivers to the application's message-driven bean (Jakarta Connectors 2.1, 13.5.6). Links are
 * data, so there is one activation and it hears all of them.
 */
final class EndpointDelivery implements EventDelivery {
  private static final Method ON_EVENTS = onEvents();

  private volatile Optional<MessageEndpointFactory> endpoints = Optional.empty();
  private volatile TransactionSynchronizationRegistry transactions;

  void watch(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  private static Method onEvents() {
    try {
      return LinkListener.class.getMethod("onEvents", List.class);
    } catch (NoSuchMethodException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  synchronized void activate(MessageEndpointFactory factory) throws ResourceException {
    if (endpoints.isPresent()) {
      throw new ResourceException("the SMPP adapter has its listener: it takes one activation");
    }
    endpoints = Optional.of(factory);
  }

  synchronized void deactivate(MessageEndpointFactory factory) {
    endpoints = endpoints.filter(one -> !one.equals(factory));
  }

  @Override
  public void deliver(List<LinkEvent> batch) throws ResourceException, NoSuchMethodException {
    MessageEndpoint endpoint =
        endpoints
            .orElseThrow(() -> new UnavailableException("no listener is active yet"))
            .createEndpoint(null);
    try {
      deliver(batch, endpoint);
    } finally {
      endpoint.release();
    }
  }

  private void deliver(List<LinkEvent> batch, MessageEndpoint endpoint)
      throws ResourceException, NoSuchMethodException {
    endpoint.beforeDelivery(ON_EVENTS);
    CommitWatch watch;
    try {
      watch = CommitWatch.on(transactions);
      ((LinkListener) endpoint).onEvents(batch);
    } finally {
      endpoint.afterDelivery();
    }
    watch.check();
  }
}
