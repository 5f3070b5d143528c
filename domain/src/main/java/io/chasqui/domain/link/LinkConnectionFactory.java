package io.chasqui.domain.link;

/** The pipeline's way to an adapter's links, found in JNDI; one for each kind of wire. */
public interface LinkConnectionFactory {
  /**
   * @throws LinkUnavailableException when the adapter is not running
   */
  LinkConnection getConnection();
}
