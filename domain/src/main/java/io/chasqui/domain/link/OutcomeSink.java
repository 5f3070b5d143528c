package io.chasqui.domain.link;

/**
 * Takes outcomes as they come. Called on the wire's own threads: it must return at once, do no I/O
 * and touch neither JNDI nor transactions.
 */
@FunctionalInterface
public interface OutcomeSink {
  void accept(SubmitOutcome outcome);
}
