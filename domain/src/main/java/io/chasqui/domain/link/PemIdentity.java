package io.chasqui.domain.link;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Who we are in TLS.
 *
 * @param certificate PEM file: our certificate, then those of its issuers
 * @param key PEM file: its private key, PKCS#8 without a passphrase
 */
public record PemIdentity(Path certificate, Path key) {
  public PemIdentity {
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(key);
  }
}
