package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.link.PemIdentity;
import io.chasqui.domain.link.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final Path FILES = Path.of("src/test/resources/tls");
  private static final TlsSettings TRUSTING = TlsSettings.standard().trusting(pem("ca"));

  private final WireRig rig = new WireRig();
  private final Ends ends = new Ends();
  @TempDir private Path dir;

  /** The client's side. */
  private static final class Ends implements WireListener {
    final CompletableFuture<String> end = new CompletableFuture<>();
    final CopyOnWriteArrayList<Pdu> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onPdu(WireSession session, Pdu pdu) {
      heard.add(pdu);
    }

    @Override
    public void onClosed(WireSession session, String reason) {
      end.complete(reason);
    }
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Path pem(String name) {
    return FILES.resolve(name + ".pem");
  }

  private static PemIdentity identity(String name) {
    return new PemIdentity(pem(name), FILES.resolve(name + ".key"));
  }

  private WireServer serve(String name) throws IOException {
    return rig.serve(WireRig.anywhere().withTls(new ServerTls(identity(name), Optional.empty())));
  }

  private WireServer serveKnownClients() throws IOException {
    return rig.serve(
        WireRig.anywhere().withTls(new ServerTls(identity("server"), Optional.of(pem("ca")))));
  }

  private WireSession connect(int port, TlsSettings tls) throws Exception {
    return rig.wire
        .connect(new WireTarget("localhost", port, Optional.of(tls), Duration.ofSeconds(5)), ends)
        .get(10, TimeUnit.SECONDS);
  }

  private WireSession connect(WireServer server, TlsSettings tls) throws Exception {
    return connect(server.address().getPort(), tls);
  }

  private void bind(WireServer server, TlsSettings tls) throws Exception {
    WireSession session = connect(server, tls);
    session.write(Pdu.of(CommandId.BIND_TRANSCEIVER, 0, session.nextSequence()));
    rig.until(() -> ends.heard.size() == 1);
    assertThat(ends.heard.get(0).is(CommandId.BIND_TRANSCEIVER_RESP)).isTrue();
  }

  private void failsWith(WireServer server, TlsSettings tls, String... words) {
    assertThatThrownBy(() -> connect(server, tls))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void a_certificate_of_a_trusted_authority_for_the_right_host_is_taken() throws Exception {
    bind(serve("server"), TRUSTING);
  }

  @Test
  void an_expired_certificate_is_told_with_its_date() throws Exception {
    failsWith(serve("expired"), TRUSTING, "expired", "2021");
  }

  @Test
  void a_wrong_host_name_is_told() throws Exception {
    failsWith(serve("elsewhere"), TRUSTING, "another host", "localhost");
  }

  @Test
  void a_wrong_host_name_is_taken_when_it_is_not_checked() throws Exception {
    bind(serve("elsewhere"), TRUSTING.withoutHostNameCheck());
  }

  @Test
  void an_unknown_authority_is_told() throws Exception {
    TlsSettings stranger = TlsSettings.standard().trusting(pem("stranger"));
    failsWith(serve("server"), stranger, "no authority trusted here");
    failsWith(serve("server"), TlsSettings.standard(), "no authority trusted here");
  }

  @Test
  void a_peer_without_tls_is_told() throws Exception {
    WireServer plain = rig.wire.listen(WireRig.anywhere(), session -> rig);
    failsWith(plain, TRUSTING, "TLS");
  }

  @Test
  void versions_too_old_are_told() throws Exception {
    try (SSLServerSocket old =
        (SSLServerSocket)
            SSLContext.getDefault()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      old.setEnabledProtocols(new String[] {"TLSv1.1"});
      CompletableFuture<Void> accepting = CompletableFuture.runAsync(() -> acceptOne(old));
      assertThatThrownBy(() -> connect(old.getLocalPort(), TRUSTING))
          .cause()
          .hasMessageContaining("TLS");
      accepting.handle((nothing, failure) -> null).get(10, TimeUnit.SECONDS);
    }
  }

  private static void acceptOne(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_known_client_certificate_lets_in() throws Exception {
    bind(serveKnownClients(), TRUSTING.as(identity("client")));
  }

  /** With TLS 1.3 the client hears of it only after its side of the handshake. */
  @Test
  void without_a_client_certificate_the_session_ends_and_says_why() throws Exception {
    connect(serveKnownClients(), TRUSTING);
    assertThat(ends.end.get(10, TimeUnit.SECONDS)).contains("client certificate");
    assertThat(rig.sessions).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_named() throws Exception {
    Path missing = dir.resolve("missing.pem");
    failsWith(serve("server"), TlsSettings.standard().trusting(missing), "missing.pem");
    assertThatThrownBy(
            () ->
                rig.serve(
                    WireRig.anywhere()
                        .withTls(
                            new ServerTls(new PemIdentity(missing, missing), Optional.empty()))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.pem");
  }

  @Test
  void a_file_that_is_no_certificate_is_named() throws Exception {
    Path odd = Files.writeString(dir.resolve("odd.pem"), "all is well");
    failsWith(serve("server"), TlsSettings.standard().trusting(odd), "odd.pem");
  }

  @Test
  void a_renewed_certificate_counts_from_the_next_connection() throws Exception {
    PemIdentity renewed = copy("expired", Instant.parse("2026-01-01T00:00:00Z"));
    WireServer server =
        rig.serve(WireRig.anywhere().withTls(new ServerTls(renewed, Optional.empty())));
    failsWith(server, TRUSTING, "expired");
    copy("server", Instant.parse("2026-01-02T00:00:00Z"));
    bind(server, TRUSTING);
  }

  private PemIdentity copy(String name, Instant changed) throws IOException {
    PemIdentity from = identity(name);
    PemIdentity to = new PemIdentity(dir.resolve("own.pem"), dir.resolve("own.key"));
    Files.copy(from.certificate(), to.certificate(), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(from.key(), to.key(), StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(to.certificate(), FileTime.from(changed));
    Files.setLastModifiedTime(to.key(), FileTime.from(changed));
    return to;
  }
}
