package io.chasqui.domain.link;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * TLS 1.2 or 1.3 towards an SMSC. The files are read at each connect, so a renewed one counts from
 * the next.
 *
 * @param trust PEM file of the certificates trusted; empty: those the JDK trusts
 * @param hostName how the peer's certificate is held against its host name
 * @param identity our certificate, when the peer asks for one
 */
public record TlsSettings(
    Optional<Path> trust, HostNameCheck hostName, Optional<PemIdentity> identity) {

  /** Whether a certificate must be for the host connected to. */
  public enum HostNameCheck {
    STRICT,
    /** For carriers whose certificate names no host; then the trust file alone protects. */
    OFF
  }

  public TlsSettings {
    Objects.requireNonNull(trust);
    Objects.requireNonNull(hostName);
    Objects.requireNonNull(identity);
  }

  /** What the JDK trusts, host name checked, no certificate of ours. */
  public static TlsSettings standard() {
    return new TlsSettings(Optional.empty(), HostNameCheck.STRICT, Optional.empty());
  }

  public TlsSettings trusting(Path pem) {
    return new TlsSettings(Optional.of(pem), hostName, identity);
  }

  public TlsSettings withoutHostNameCheck() {
    return new TlsSettings(trust, HostNameCheck.OFF, identity);
  }

  public TlsSettings as(PemIdentity ours) {
    return new TlsSettings(trust, hostName, Optional.of(ours));
  }
}
