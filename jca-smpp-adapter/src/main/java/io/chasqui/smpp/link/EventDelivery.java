package io.chasqui.smpp.link;

import io.chasqui.domain.link.LinkEvent;
import java.util.List;

/** Hands events inward; returns once they are durable. */
@FunctionalInterface
public interface EventDelivery {
  /**
   * @throws Exception when none of the batch is durable, or nobody is there to take it
   */
  void deliver(List<LinkEvent> batch) throws Exception;
}
