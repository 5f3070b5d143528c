package io.chasqui.domain.link;

import java.util.List;

/**
 * Receives what links bring in, in batches: what has arrived, one event when idle, hundreds when
 * busy. Returning normally means that the whole batch is durable; an exception that none of it is.
 */
public interface LinkListener {
  void onEvents(List<LinkEvent> batch);
}
