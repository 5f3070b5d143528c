package io.chasqui.app.messaging;

import io.chasqui.domain.link.ConnectorId;

/** The addresses on the broker. */
public final class Queues {
  /** Accepted, to be routed. */
  public static final String SUBMISSIONS = "chasqui.submissions";

  /** Which messages with an Idempotency-Key were accepted, until their answers are stored. */
  public static final String KEYED = "chasqui.keyed";

  /** Which messages have been with a link, until the ledger has written down what it said. */
  public static final String DEPARTED = "chasqui.departed";

  /** Which replaced contents are in their connector's queue, until the database knows. */
  public static final String REPLACED = "chasqui.replaced";

  /** What became of messages, to be written down. */
  public static final String LEDGER = "chasqui.ledger";

  /** Mobile-originated segments, to be joined, classified and given to their client. */
  public static final String INCOMING = "chasqui.incoming";

  /** Envelopes nobody can read, and entries the database refuses. */
  public static final String DEAD = "chasqui.dead";

  private Queues() {}

  /** Routed to a connector, waiting for its link. */
  public static String connector(ConnectorId id) {
    return "chasqui.connector." + id;
  }

  /** Given back by a connector's link, to go before all that waits in its queue. */
  public static String again(ConnectorId id) {
    return "chasqui.again." + id;
  }

  /** Given to a connector's link, the outcome not yet written down. */
  public static String inFlight(ConnectorId id) {
    return "chasqui.inflight." + id;
  }
}
