package io.chasqui.modem.ra;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The application's message-driven bean (Jakarta Connectors 2.1, 13.5.6). Links are data, so there
 * is one activation and it hears all of them.
 */
final class EndpointListener implements LinkListener {
  private static final Method ON_EVENTS =
      Arrays.stream(LinkListener.class.getMethods())
          .filter(method -> method.getName().equals("onEvents"))
          .findFirst()
          .orElseThrow();

  private volatile Optional<MessageEndpointFactory> endpoints = Optional.empty();

  synchronized void activate(MessageEndpointFactory factory) throws ResourceException {
    if (endpoints.isPresent()) {
      throw new ResourceException("the modem adapter has its listener: it takes one activation");
    }
    endpoints = Optional.of(factory);
  }

  synchronized void deactivate(MessageEndpointFactory factory) {
    endpoints = endpoints.filter(one -> !one.equals(factory));
  }

  /**
   * @throws LinkUnavailableException when nobody listens yet
   */
  @Override
  public void onEvents(List<LinkEvent> batch) {
    MessageEndpointFactory factory =
        endpoints.orElseThrow(
            () -> new LinkUnavailableException("no listener is active yet", null));
    try {
      MessageEndpoint endpoint = factory.createEndpoint(null);
      try {
        deliver(endpoint, batch);
      } finally {
        endpoint.release();
      }
    } catch (ResourceException | NoSuchMethodException e) {
      throw new LinkUnavailableException(e.getMessage(), e);
    }
  }

  private static void deliver(MessageEndpoint endpoint, List<LinkEvent> batch)
      throws ResourceException, NoSuchMethodException {
    endpoint.beforeDelivery(ON_EVENTS);
    try {
      ((LinkListener) endpoint).onEvents(batch);
    } finally {
      endpoint.afterDelivery();
    }
  }
}
