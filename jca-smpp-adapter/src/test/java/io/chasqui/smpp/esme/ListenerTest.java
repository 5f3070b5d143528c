package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeListenerSettings.Tls;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a port may be set to. */
class ListenerTest {
  private static final Path FILES = Path.of("src/test/resources/tls");
  private static final Tls TLS = new Tls(file("server.pem"), file("server.key"), Optional.empty());
  private static final Duration LONG = Duration.ofMinutes(5);

  private final EsmeRig rig = new EsmeRig();

  @AfterEach
  void close() {
    rig.close();
  }

  private static String file(String name) {
    return FILES.resolve(name).toString();
  }

  private static EsmeListenerSettings port(
      Optional<Tls> tls, List<IpNetwork> proxies, Duration bind) {
    return new EsmeListenerSettings("127.0.0.1", 0, tls, proxies, 100, bind, LONG, LONG, LONG);
  }

  @Test
  void an_esme_binds_with_tls() throws Exception {
    rig.start(port(Optional.of(TLS), List.of(), LONG));
    try (SSLSocket socket = trusting().createSocket("localhost", rig.port());
        TestEsme esme = new TestEsme(socket)) {
      assertThat(esme.bound("acme").submit(SubmitFields.good()).status()).isZero();
      assertThat(rig.onlySession().tls()).isTrue();
      assertThat(rig.application.binds().get(0).tls()).isTrue();
    }
  }

  @Test
  void who_speaks_in_clear_to_tls_is_closed() {
    rig.start(port(Optional.of(TLS), List.of(), LONG));
    TestEsme esme = rig.esme();
    esme.send(SubmitFields.good().pdu(1));
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void a_certificate_that_is_not_there_is_named() {
    Tls wrong = new Tls(file("nowhere.pem"), file("server.key"), Optional.empty());
    assertThatThrownBy(() -> rig.server.listen(port(Optional.of(wrong), List.of(), LONG)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere.pem");
  }

  private interface Sockets {
    SSLSocket createSocket(String host, int port) throws IOException;
  }

  private static Sockets trusting() throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(FILES.resolve("ca.pem"))) {
      store.setCertificateEntry(
          "ca", (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return (host, port) -> (SSLSocket) context.getSocketFactory().createSocket(host, port);
  }

  @Test
  void behind_a_proxy_the_address_it_tells_counts_and_the_session_outlives_the_bind_timeout() {
    rig.start(port(Optional.empty(), List.of(IpNetwork.of("127.0.0.0/8")), Duration.ofSeconds(2)));
    TestEsme esme = rig.esme();
    esme.send(ascii("PROXY TCP4 203.0.113.7 127.0.0.1 5000 2775\r\n"));
    esme.bound("acme");
    assertThat(rig.application.binds().get(0).peer().getHostAddress()).isEqualTo("203.0.113.7");
    assertThat(rig.onlySession().peer().getHostAddress()).isEqualTo("203.0.113.7");
    // This one comes later, and is closed for want of a header.
    assertThat(rig.esme().isClosedByServer()).isTrue();
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
  }

  @Test
  void no_other_may_send_a_proxy_header() {
    rig.start();
    TestEsme esme = rig.esme();
    esme.send(ascii("PROXY TCP4 203.0.113.7 127.0.0.1 5000 2775\r\n"));
    assertThat(esme.isClosedByServer()).isTrue();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void an_accounts_pdus_are_shown_while_its_trace_is_on_without_what_people_wrote() {
    rig.start();
    TestEsme esme = rig.bound();
    esme.submit(SubmitFields.good());
    assertThat(rig.server.recent(EsmeRig.ACME)).isEmpty();
    rig.server.trace(EsmeRig.ACME, TraceMode.MASKED);
    esme.submit(SubmitFields.saying("a secret"));
    rig.until(() -> rig.server.recent(EsmeRig.ACME).size() == 2);
    assertThat(rig.server.recent(EsmeRig.ACME))
        .extracting(TracedPdu::command)
        .containsExactly("submit_sm", "submit_sm_resp");
    assertThat(rig.server.recent(EsmeRig.ACME).toString()).doesNotContain("a secret");
    rig.server.trace(EsmeRig.ACME, TraceMode.OFF);
    assertThat(rig.server.recent(EsmeRig.ACME)).isEmpty();
  }
}
