package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.smpp.link.EventDelivery;
import jakarta.resource.ResourceException;
import java.lang.reflect.Method;
import java.util.List;

/** Delivers what links brought to the application's {@link LinkListener}. */
final class EndpointDelivery implements EventDelivery {
  private final Endpoints<LinkListener> endpoints;
  private final Method onEvents;

  EndpointDelivery(Endpoints<LinkListener> endpoints) {
    this.endpoints = endpoints;
    this.onEvents = endpoints.method("onEvents");
  }

  @Override
  public void deliver(List<LinkEvent> batch) throws ResourceException, NoSuchMethodException {
    endpoints.call(
        onEvents,
        listener -> {
          listener.onEvents(batch);
          return batch;
        });
  }
}
