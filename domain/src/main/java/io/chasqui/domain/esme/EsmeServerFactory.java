package io.chasqui.domain.esme;

/** The application's way to the SMPP server, found in JNDI. */
public interface EsmeServerFactory {
  /**
   * @throws io.chasqui.domain.link.LinkUnavailableException when the adapter is not running
   */
  EsmeServer getConnection();
}
