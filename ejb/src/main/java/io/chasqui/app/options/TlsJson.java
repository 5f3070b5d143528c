package io.chasqui.app.options;

import io.chasqui.domain.link.PemIdentity;
import io.chasqui.domain.link.TlsSettings;
import io.chasqui.domain.link.TlsSettings.HostNameCheck;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Optional;

/** {@code tls}: an empty object is TLS as usual, none is a connection in clear. */
final class TlsJson {
  private static final int LONGEST_PATH = 1000;

  private TlsJson() {}

  static TlsSettings read(Members tls) {
    Optional<Path> trust = path(tls, "trust");
    HostNameCheck check =
        Words.read(tls, "host_name_check", HostNameCheck.class, HostNameCheck.STRICT);
    return new TlsSettings(trust, check, identity(tls));
  }

  private static Optional<PemIdentity> identity(Members tls) {
    Optional<Path> certificate = path(tls, "certificate");
    Optional<Path> key = path(tls, "key");
    if (tls.has("certificate") && !tls.has("key")) {
      tls.wrong("key", "is missing: a certificate needs its key");
    } else if (tls.has("key") && !tls.has("certificate")) {
      tls.wrong("certificate", "is missing: a key needs its certificate");
    }
    return certificate.flatMap(ours -> key.map(its -> new PemIdentity(ours, its)));
  }

  private static Optional<Path> path(Members tls, String name) {
    return tls.read(name, LONGEST_PATH, TlsJson::absolute);
  }

  private static Path absolute(String text) {
    Path path = Path.of(text);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("must be the absolute path of a PEM file");
    }
    return path;
  }

  static JsonObject write(TlsSettings tls) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    tls.trust().ifPresent(file -> json.add("trust", file.toString()));
    json.add("host_name_check", Words.of(tls.hostName()));
    tls.identity()
        .ifPresent(
            ours ->
                json.add("certificate", ours.certificate().toString())
                    .add("key", ours.key().toString()));
    return json.build();
  }
}
