package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.PemIdentity;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.link.SmppVersion;
import io.chasqui.domain.link.SubmitOutcome.Accepted;
import io.chasqui.domain.link.TlsSettings;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.DeliverSm;
import io.chasqui.smpp.smsc.Pdu;
import io.chasqui.smpp.smsc.SmscSession;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.ServerSettings;
import io.chasqui.smpp.wire.ServerTls;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireServer;
import io.chasqui.smpp.wire.WireSession;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What carriers ask a connector to be set to. */
class LinkOptionsTest {
  private static final Path TLS = Path.of("src/test/resources/tls");

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  private void open(SmppLinkSettings settings) {
    rig.links.open(settings);
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void a_pair_sends_on_its_transmitter_and_hears_on_its_receiver() {
    rig.bind(rig.settings().withBind(BindType.PAIR));
    rig.until(() -> rig.status().boundSessions() == 2);
    assertThat(rig.smsc.binds())
        .extracting(Pdu::command)
        .containsExactlyInAnyOrder(Pdu.BIND_TRANSMITTER, Pdu.BIND_RECEIVER);
    rig.submit(10);
    rig.awaitOutcomes(10);
    assertThat(rig.outcomes.of(Accepted.class)).hasSize(10);
    for (SmscSession each : rig.smsc.sessions()) {
      assertThat(rig.smsc.deliver(DeliverSm.incoming("hello").pdu(7), each))
          .succeedsWithin(Rig.SOON);
    }
  }

  @Test
  void a_bind_says_what_was_set() {
    SmppLogin login =
        SmppLogin.of("chasqui", "longer than eight")
            .withSystemType("SMPP")
            .withVersion(SmppVersion.V5_0)
            .serving(new Numbering(1, 1), "^55");
    open(SmppLinkSettings.of(Settings.ID, SmppPeer.of("127.0.0.1", rig.smsc.port()), login));
    assertThat(HexFormat.of().formatHex(rig.smsc.binds().get(0).body()))
        .isEqualTo(hex("chasqui\0longer than eight\0SMPP\0") + "50" + "01" + "01" + hex("^55\0"));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_bind_without_an_answer_is_given_up_and_tried_again() {
    rig.smsc.mute(true);
    rig.links.open(
        rig.settings().link().with(SmppTimers.STANDARD.withBind(Duration.ofMillis(300))));
    rig.awaitState(LinkState.RETRYING);
    assertThat(rig.status().detail()).contains("no answer to the bind");
    rig.smsc.mute(false);
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void a_session_without_messages_is_bound_anew_when_that_is_wanted() {
    open(rig.settings().link().with(SmppTimers.STANDARD.withInactivity(Duration.ofMillis(300))));
    rig.until(() -> rig.smsc.binds().size() >= 2);
    rig.awaitState(LinkState.BOUND);
  }

  @Test
  void many_sessions_cut_at_once_all_come_back() {
    rig.bind(rig.settings().withBinds(30));
    rig.until(() -> rig.status().boundSessions() == 30);
    rig.smsc.cut();
    rig.until(() -> rig.smsc.binds().size() == 60);
    rig.until(() -> rig.status().boundSessions() == 30);
  }

  @Test
  void reconnections_wait_as_set() {
    rig.smsc.close();
    rig.links.open(
        rig.settings()
            .link()
            .with(
                SmppTimers.STANDARD.withReconnect(Duration.ofMinutes(10), Duration.ofMinutes(10))));
    rig.awaitState(LinkState.RETRYING);
    assertThat(rig.status().detail()).containsPattern("next attempt in [0-9]{2,3} s");
  }

  @Test
  void a_link_binds_through_tls() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    Wire wire = new Wire(1, threads, System::nanoTime, WireLimits.STANDARD);
    try (WireServer smsc =
        wire.listen(
            ServerSettings.at(new InetSocketAddress("127.0.0.1", 0))
                .withTls(
                    new ServerTls(
                        new PemIdentity(TLS.resolve("server.pem"), TLS.resolve("server.key")),
                        Optional.empty())),
            session -> new BindsAll())) {
      SmppPeer peer =
          SmppPeer.of("localhost", smsc.address().getPort())
              .withTls(TlsSettings.standard().trusting(TLS.resolve("ca.pem")));
      open(SmppLinkSettings.of(Settings.ID, peer, SmppLogin.of("chasqui", "secret")));
    } finally {
      wire.stop(Duration.ofSeconds(2));
      threads.shutdownNow();
    }
  }

  private record BindsAll() implements WireListener {
    @Override
    public void onPdu(WireSession session, io.chasqui.smpp.wire.Pdu pdu) {
      session.write(
          io.chasqui.smpp.wire.Pdu.of(
              pdu.command().orElseThrow().response(), CommandStatus.OK, pdu.sequence()));
    }

    @Override
    public void onClosed(WireSession session, String reason) {
      // The test is over.
    }
  }
}
