package io.chasqui.domain.link;

import java.util.List;

/**
 * Receives what links bring in, in batches: what has arrived, one event when idle, hundreds when
 * busy. Returning normally means that the whole batch is durable, its transaction committed; an
 * exception that none of it is, and its events may come again one by one, with the same ids.
 */
public interface LinkListener {
  void onEvents(List<LinkEvent> batch);
}
