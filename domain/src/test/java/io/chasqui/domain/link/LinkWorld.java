package io.chasqui.domain.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A kind of link, with a peer at the far end that does as the test says. */
public interface LinkWorld extends AutoCloseable {
  LinkConnectionFactory links();

  /** Settings that reach the peer, with one session and long time-outs. */
  LinkSettings settings(ConnectorId id, int window);

  /** What brings events to the application; the wire's own threads call it. */
  void listen(LinkListener listener);

  /** Answers submits at once, those held back first; as it does from the start. */
  void peerAnswers();

  /** Takes submits and keeps their answers back. */
  void peerHolds();

  /** Is not there for anybody who wants to bind; sessions that are bound end. */
  void peerGoes();

  /** The user data of what has reached the peer, as Latin-1 text, in the wire's order. */
  List<String> received();

  /**
   * Sends an incoming message with this text through the connector's session.
   *
   * @return whether the link took it, once it has said so
   */
  CompletableFuture<Boolean> deliver(ConnectorId id, String text);

  @Override
  void close();
}
