package io.chasqui.smpp.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The application's message-driven bean for one listener type (Jakarta Connectors 2.1, 13.5.6).
 * Links and accounts are data, so there is one activation and it hears all of them.
 */
final class Endpoints<L> {
  private final Class<L> type;
  private volatile Optional<MessageEndpointFactory> endpoints = Optional.empty();
  private volatile TransactionSynchronizationRegistry transactions;

  Endpoints(Class<L> type) {
    this.type = type;
  }

  void watch(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /** The listener's method of that name; none is overloaded. */
  Method method(String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  synchronized void activate(MessageEndpointFactory factory) throws ResourceException {
    if (endpoints.isPresent()) {
      throw new ResourceException(
          "the SMPP adapter has its " + type.getSimpleName() + ": it takes one activation");
    }
    endpoints = Optional.of(factory);
  }

  synchronized void deactivate(MessageEndpointFactory factory) {
    endpoints = endpoints.filter(one -> !one.equals(factory));
  }

  /**
   * Calls the listener within a delivery; returns once its transaction, if any, is committed.
   *
   * @throws UnavailableException when none is active
   */
  <R> R call(Method method, Function<L, R> call) throws ResourceException, NoSuchMethodException {
    MessageEndpoint endpoint =
        endpoints
            .orElseThrow(() -> new UnavailableException("no listener is active yet"))
            .createEndpoint(null);
    try {
      return call(method, call, endpoint);
    } finally {
      endpoint.release();
    }
  }

  private <R> R call(Method method, Function<L, R> call, MessageEndpoint endpoint)
      throws ResourceException, NoSuchMethodException {
    endpoint.beforeDelivery(method);
    CommitWatch watch;
    R result;
    try {
      watch = CommitWatch.on(transactions);
      result = call.apply(type.cast(endpoint));
    } finally {
      endpoint.afterDelivery();
    }
    watch.check();
    return result;
  }
}
