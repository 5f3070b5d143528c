package io.chasqui.domain.esme;

import io.chasqui.domain.admission.IpNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One port at which ESMEs bind.
 *
 * @param host address to listen on
 * @param port 0 = any free one
 * @param tls empty = plain
 * @param proxies networks whose connections begin with a PROXY protocol header, version 1 or 2;
 *     empty = none does
 * @param maxConnections over all peers; beyond it connections are closed at once
 * @param bindTimeout from the connection to the bind request
 * @param inactivity without any request from the ESME, after which its session is ended
 * @param enquireLink idle time after which the ESME is probed
 * @param responseTimeout for the ESME's answers
 */
public record EsmeListenerSettings(
    String host,
    int port,
    Optional<Tls> tls,
    List<IpNetwork> proxies,
    int maxConnections,
    Duration bindTimeout,
    Duration inactivity,
    Duration enquireLink,
    Duration responseTimeout) {

  /**
   * Files in PEM, read again when they change.
   *
   * @param certificate the chain, the server's own first
   * @param clientAuthority who signs the certificates ESMEs must show; empty = none is asked for
   */
  public record Tls(String certificate, String key, Optional<String> clientAuthority) {}

  public EsmeListenerSettings {
    Objects.requireNonNull(host);
    Objects.requireNonNull(tls);
    proxies = List.copyOf(proxies);
  }

  /** With the times and limits that suit most. */
  public static EsmeListenerSettings at(String host, int port) {
    return new EsmeListenerSettings(
        host,
        port,
        Optional.empty(),
        List.of(),
        5_000,
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30));
  }
}
