package io.chasqui.smpp.wire;

import io.chasqui.domain.link.PemIdentity;
import io.chasqui.domain.link.TlsSettings;
import io.chasqui.domain.link.TlsSettings.HostNameCheck;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/** TLS by the JDK, from PEM files. */
final class TlsContexts {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private TlsContexts() {}

  /**
   * @throws IOException naming the file that cannot be used
   */
  static SslContext client(TlsSettings settings) throws IOException {
    SslContextBuilder builder = SslContextBuilder.forClient();
    if (settings.trust().isPresent()) {
      builder = trust(builder, settings.trust().get());
    }
    if (settings.identity().isPresent()) {
      builder = identify(builder, settings.identity().get());
    }
    return build(
        builder.endpointIdentificationAlgorithm(
            settings.hostName() == HostNameCheck.STRICT ? "HTTPS" : null));
  }

  /**
   * @throws IOException naming the file that cannot be used
   */
  static SslContext server(ServerTls settings) throws IOException {
    PemIdentity ours = settings.identity();
    SslContextBuilder builder;
    try {
      builder =
          SslContextBuilder.forServer(
              readable(ours.certificate()).toFile(), readable(ours.key()).toFile());
    } catch (IllegalArgumentException e) {
      throw unusable(ours.certificate() + " or " + ours.key(), e);
    }
    if (settings.clients().isPresent()) {
      builder = trust(builder, settings.clients().get()).clientAuth(ClientAuth.REQUIRE);
    }
    return build(builder);
  }

  private static SslContextBuilder trust(SslContextBuilder builder, Path pem) throws IOException {
    try {
      return builder.trustManager(readable(pem).toFile());
    } catch (IllegalArgumentException e) {
      throw unusable(pem.toString(), e);
    }
  }

  private static SslContextBuilder identify(SslContextBuilder builder, PemIdentity ours)
      throws IOException {
    try {
      return builder.keyManager(
          readable(ours.certificate()).toFile(), readable(ours.key()).toFile());
    } catch (IllegalArgumentException e) {
      throw unusable(ours.certificate() + " or " + ours.key(), e);
    }
  }

  private static SslContext build(SslContextBuilder builder) throws IOException {
    try {
      return builder.sslProvider(SslProvider.JDK).protocols(VERSIONS).build();
    } catch (SSLException | IllegalArgumentException e) {
      throw unusable("the TLS settings", e);
    }
  }

  private static Path readable(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " cannot be read");
    }
    return file;
  }

  private static IOException unusable(String what, Exception cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    return new IOException("%s cannot be used: %s".formatted(what, root.getMessage()), cause);
  }
}
