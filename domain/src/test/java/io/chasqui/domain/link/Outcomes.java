package io.chasqui.domain.link;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A sink that remembers. */
public final class Outcomes implements OutcomeSink {
  private final Queue<SubmitOutcome> all = new ConcurrentLinkedQueue<>();

  @Override
  public void accept(SubmitOutcome outcome) {
    all.add(outcome);
  }

  public List<SubmitOutcome> all() {
    return List.copyOf(all);
  }

  public <T extends SubmitOutcome> List<T> of(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
