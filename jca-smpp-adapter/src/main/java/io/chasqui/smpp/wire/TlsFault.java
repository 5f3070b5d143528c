package io.chasqui.smpp.wire;

import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a connection failed, in the operator's words; most of them are needed for TLS. */
final class TlsFault {
  private TlsFault() {}

  static boolean is(Throwable fault) {
    return chain(fault).anyMatch(SSLException.class::isInstance);
  }

  static String words(Throwable fault) {
    return certificate(fault).or(() -> handshake(fault)).orElseGet(() -> plain(fault));
  }

  private static Optional<String> certificate(Throwable fault) {
    return find(fault, CertificateExpiredException.class)
        .map(e -> "the peer's certificate has expired (%s)".formatted(e.getMessage()))
        .or(
            () ->
                find(fault, CertificateNotYetValidException.class)
                    .map(e -> "the peer's certificate is not valid yet (" + e.getMessage() + ")"))
        .or(
            () ->
                find(fault, CertPathBuilderException.class)
                    .map(e -> "the peer's certificate is signed by no authority trusted here"))
        .or(
            () ->
                find(fault, CertificateException.class)
                    .map(e -> "the peer's certificate " + refusal(e.getMessage())));
  }

  /** The JDK tells a wrong name by text only. */
  private static String refusal(String message) {
    return message != null && message.contains("matching")
        ? "is for another host: " + message
        : "is refused: " + message;
  }

  private static Optional<String> handshake(Throwable fault) {
    if (find(fault, NotSslRecordException.class).isPresent()) {
      return Optional.of("the peer does not speak TLS");
    }
    return find(fault, SSLException.class)
        .map(Throwable::getMessage)
        .map(TlsFault::alert)
        .or(
            () ->
                find(fault, ClosedChannelException.class)
                    .map(e -> "the peer closed the connection during the TLS handshake"));
  }

  private static String alert(String message) {
    if (message.contains("protocol_version") || message.contains("appropriate protocol")) {
      return "no TLS version in common: 1.2 and 1.3 are spoken here (" + message + ")";
    }
    if (message.contains("handshake_failure") || message.contains("cipher suites in common")) {
      return "no way of encryption in common, or a client certificate is missing (" + message + ")";
    }
    if (message.contains("certificate_required") || message.contains("Empty client certificate")) {
      return "a client certificate is asked for and none was given (" + message + ")";
    }
    if (message.contains("bad_certificate")
        || message.contains("certificate_unknown")
        || message.contains("unknown_ca")
        || message.contains("certificate_expired")) {
      return "the peer wants a client certificate it knows (" + message + ")";
    }
    return "TLS fails: " + message;
  }

  private static String plain(Throwable fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  private static <T extends Throwable> Optional<T> find(Throwable fault, Class<T> type) {
    return chain(fault).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> chain(Throwable fault) {
    return Stream.iterate(fault, each -> each != null, Throwable::getCause).limit(20);
  }
}
