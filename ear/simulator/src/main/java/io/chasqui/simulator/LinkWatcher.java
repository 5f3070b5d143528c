package io.chasqui.simulator;

/** Told of binds coming and going; called on the link's threads, so it must be quick. */
public interface LinkWatcher {

  /** Tells nobody. */
  LinkWatcher NOBODY = new LinkWatcher() {};

  default void bound(BoundSession session) {}

  default void unbound(BoundSession session) {}

  default void refused(String systemId, int status) {}
}
